"""People: the places they work at."""

from __future__ import annotations

from app.services.records.checks.common import PERIOD_SENTENCE, Check, Errors, Subject, email


def _posts(subject: Subject) -> Errors:
    """A place to work is one outlet or one body, and ends after it began."""
    errors: Errors = {}
    for place, post in enumerate(subject.values.get("posts", ())):
        outlet, body = post.get("outlet_id"), post.get("body_id")
        if outlet is None and body is None and {"outlet_id", "body_id"} <= post.keys():
            errors[f"posts[{place}].outlet_id"] = "Chọn cơ quan báo chí, hoặc cơ quan, đơn vị."
        if outlet is not None and body is not None:
            errors[f"posts[{place}].body_id"] = (
                "Đã chọn cơ quan báo chí; nơi công tác khác thì nhập ở dòng khác."
            )
        start, end = post.get("started_on"), post.get("ended_on")
        if start and end and end < start:
            errors[f"posts[{place}].ended_on"] = PERIOD_SENTENCE
    return errors


CHECKS: dict[str, tuple[Check, ...]] = {
    "contact": (email, _posts),
}
