"""Values to PDF: slips, straps and labels, on any stock, with codes that scan."""
