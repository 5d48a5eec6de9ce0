"""Partners whom no message reaches: what an act says to them is said by telephone or letter."""

from ill_desktop.domain.lifecycle.rows import Says

UNTOLD = "untold."
"""How what no message says is named in the difference its event keeps, before a code of `Says`."""

HEARD = frozenset({"partner", "by-hand"})
"""Sources of acts with which a library speaks of a request: it knows of it."""

TELLS_ITSELF = frozenset(
    {
        Says.EXPECT,
        Says.WILL_SUPPLY,
        Says.LOANED,
        Says.COPY_COMPLETED,
        Says.RECEIVED,
        Says.SHIPPED_RETURN,
        Says.LOAN_COMPLETED,
    }
)
"""What comes, or goes back, tells of itself: nobody has to telephone because of it."""

ASKED = frozenset({Says.REQUEST, Says.RETRY_REQUEST, Says.REMINDER})
"""What a request slip says on paper."""
