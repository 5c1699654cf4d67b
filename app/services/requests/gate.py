"""What a correction request must have before it goes out (duties 13, 14 and 17)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from app.rules.dates import date_text
from app.rules.legal import LegalText, bare_citation, request_bases
from app.rules.vocabulary import ArticleKind
from app.services.letters import store as letter_store
from app.services.office.data import OfficeProfile, PressAuthority
from app.services.office.distribution import mentions
from app.services.requests.data import RequestDraft
from app.services.requests.store import tidied_points
from app.text import fold, tidy


def problems(
    draft: RequestDraft,
    profile: OfficeProfile,
    authority: PressAuthority | None,
    letter_date: date | None,
) -> dict[str, str]:
    """Return why the letter cannot go out, by field.

    ``letter_date`` is None while the leader signs: the date is taken later.
    """
    found = _verification(draft) | _points(draft)
    if not tidy(draft.grounds):
        found["grounds"] = (
            "Nêu căn cứ xác minh trước khi phát hành: hồ sơ, biên bản, kết luận nào cho biết"
            " thông tin không đúng."
        )
    found |= _copy_to_authority(draft, profile, authority)
    if letter_date is not None:
        found |= _dates(draft, letter_date)
    for name, sentence in letter_store.text_problems(draft.letter).items():
        found[f"letter.{name}"] = sentence
    return found


def law_warnings(draft: RequestDraft, rows: Iterable[LegalText], letter_date: date) -> list[str]:
    """Return where the printed law is not the one of the days that decide."""
    rows = tuple(rows)
    published_on = draft.article.published_at.date()
    bases = request_bases(rows, draft.kind, published_on, letter_date)
    wanted = (*bases.duty.texts, *bases.procedure.texts)
    citations = {bare_citation(text.citation) for text in wanted}
    printed = tidy(" ".join(draft.letter.body))
    warnings = []
    if bases.duty.missing:
        warnings.append(
            "Danh mục Căn cứ pháp lý chưa có văn bản áp dụng cho bài đăng ngày"
            f" {date_text(published_on)}."
        )
    warnings += [
        f"Văn bản chưa viện dẫn “{citation}”, đang có hiệu lực."
        for citation in citations
        if citation not in printed
    ]
    outdated = {bare_citation(row.citation) for row in rows} - citations
    warnings += [
        f"Văn bản viện dẫn “{citation}”, không áp dụng cho các ngày của vụ này."
        for citation in outdated
        if citation in printed and not any(citation in other for other in citations)
    ]
    warnings += [
        f"Căn cứ “{bare_citation(text.citation)}” chưa được kiểm chứng với văn bản gốc."
        for text in wanted
        if not text.confirmed and bare_citation(text.citation) in printed
    ]
    return sorted(warnings)


def _verification(draft: RequestDraft) -> dict[str, str]:
    match draft.article.kind:
        case ArticleKind.UNVERIFIED:
            return {
                "article_id": "Bài báo chưa được xác minh; ghi kết quả xác minh ở bài báo trước."
            }
        case ArticleKind.CORRECT:
            return {
                "article_id": "Bài báo đã được xác minh là đúng; không có gì để yêu cầu cải chính."
            }
        case _:
            return {}


def _points(draft: RequestDraft) -> dict[str, str]:
    points = tidied_points(draft.points)
    if not points:
        return {"points": "Nêu ít nhất một nội dung sai và nội dung đúng."}
    found = {}
    for index, point in enumerate(points):
        if not point.wrong_text:
            found[f"points[{index}].wrong_text"] = "Trích nội dung sai trong bài báo."
        if not point.true_text:
            found[f"points[{index}].true_text"] = "Nhập nội dung đúng."
    return found


def _copy_to_authority(
    draft: RequestDraft, profile: OfficeProfile, authority: PressAuthority | None
) -> dict[str, str]:
    """Duty 17: the press authority gets a copy, or the request says in writing why not."""
    if tidy(draft.no_copy_reason):
        return {}
    if authority is None:
        return {
            "no_copy_reason": "Chưa biết cơ quan quản lý nhà nước về báo chí của tỉnh: chọn trong"
            " Hồ sơ cơ quan, hoặc ghi lý do không gửi."
        }
    is_own = fold(authority.name) == fold(profile.name)
    if is_own or mentions((*draft.letter.distribution, *draft.letter.recipients), authority):
        return {}
    return {
        "letter.distribution": f"Nơi nhận chưa có {authority.name}: thêm vào để theo dõi, đôn đốc,"
        " hoặc ghi lý do không gửi."
    }


def _dates(draft: RequestDraft, letter_date: date) -> dict[str, str]:
    found = {}
    if letter_date < draft.article.published_at.date():
        found["letter_date"] = "Ngày văn bản không thể trước ngày đăng bài."
    if draft.deadline_asked is not None and draft.deadline_asked <= letter_date:
        found["deadline_asked"] = f"Hạn đề nghị phải sau ngày văn bản ({date_text(letter_date)})."
    return found
