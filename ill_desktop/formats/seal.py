"""Seals of packages: Ed25519 keys, signatures, and how two people compare a key by telephone.

Needs the extra `seal`; without it `ready` is False and packages travel unsealed.
"""

import base64
import hashlib
from importlib.util import find_spec

_CONSONANTS, _VOWELS = "bdfghjklmnprstvz", "aiou"


def ready() -> bool:
    """Whether the library that signs is there."""
    return find_spec("cryptography") is not None


def new_key() -> bytes:
    """A private key, 32 bytes."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.generate().private_bytes_raw()


def public_of(private: bytes) -> bytes:
    """The public key, 32 bytes, of a private one."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def sign(private: bytes, data: bytes) -> bytes:
    """The signature of some bytes, as text."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return base64.b64encode(Ed25519PrivateKey.from_private_bytes(private).sign(data))


def verify(public: bytes, data: bytes, seal: bytes) -> bool:
    """Whether a signature is that of the key over exactly these bytes."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        raw = base64.b64decode(seal, validate=True)
        if base64.b64encode(raw) != seal:
            return False
        Ed25519PublicKey.from_public_bytes(public).verify(raw, data)
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint(public: bytes) -> str:
    """What names a key in a manifest: the first sixteen bytes of its hash, in hex."""
    return hashlib.sha256(public).hexdigest()[:32]


def spoken(public: bytes) -> str:
    """The fingerprint as eight words that can be read over the telephone in any language.

    Each stands for sixteen bits: consonant, vowel, consonant, vowel, consonant.
    """
    digest = hashlib.sha256(public).digest()[:16]
    pairs = (int.from_bytes(digest[n : n + 2], "big") for n in range(0, 16, 2))
    return " ".join(_word(pair) for pair in pairs)


def _word(bits: int) -> str:
    return (
        _CONSONANTS[bits >> 12 & 15]
        + _VOWELS[bits >> 10 & 3]
        + _CONSONANTS[bits >> 6 & 15]
        + _VOWELS[bits >> 4 & 3]
        + _CONSONANTS[bits & 15]
    )
