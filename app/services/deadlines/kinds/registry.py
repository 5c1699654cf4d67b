"""Every kind of record with clocks, in the order in which they are counted."""

from __future__ import annotations

from app.services.deadlines.kinds.articles import ARTICLES
from app.services.deadlines.kinds.clocked import ClockedKind
from app.services.deadlines.kinds.enquiries import ENQUIRIES
from app.services.deadlines.kinds.incidents import INCIDENTS
from app.services.deadlines.kinds.regulations import REGULATIONS
from app.services.deadlines.kinds.requests import REQUESTS
from app.services.deadlines.kinds.speakers import AUTHORISATIONS, SPOKESPERSONS
from app.services.deadlines.kinds.statements import STATEMENTS
from app.services.deadlines.kinds.violations import VIOLATIONS

CLOCKED: dict[str, ClockedKind] = {
    one.kind: one
    for one in (
        INCIDENTS,
        ARTICLES,
        REQUESTS,
        ENQUIRIES,
        REGULATIONS,
        SPOKESPERSONS,
        AUTHORISATIONS,
        STATEMENTS,
        VIOLATIONS,
    )
}
