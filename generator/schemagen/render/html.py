"""The filter of HTML: in, raw texts; out, text that a browser shows as exactly that, in an element or an attribute."""

from __future__ import annotations

import html


def text(content: object) -> str:
    """Marks as character references; controls but line breaks, which HTML cannot hold, become U+FFFD."""
    shown = "".join(c if c.isprintable() or c == "\n" else "\ufffd" for c in str(content))
    return html.escape(shown, quote=True)


FILTERS = {"html": text}
