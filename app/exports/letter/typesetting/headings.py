"""Centred headings: as few lines as can be, about equally long, broken by the sense."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from app.exports.letter.typesetting.fonts import Family
from app.exports.letter.typesetting.typeset import (
    CLOSING,
    EPSILON,
    SPACE,
    Font,
    Line,
    Unit,
    filled,
    line_of,
    units_of,
)

# A clerk breaks a heading by its sense: after a mark, or before one of these words and not after …
_JOINING = "và về của cho trong tại theo do để với trên từ đối nhằm thuộc tỉnh phường xã đặc kiêm"
_CONNECTIVES = frozenset((*_JOINING.split(), "các", "những"))
# … and never inside one of these: the words that names of offices, titles and subjects are made of.
_PHRASES = """
    ủy ban nhân dân, hội đồng nhân dân, ủy ban kiểm tra, mặt trận tổ quốc, việt nam, trung ương,
    ban chấp hành, ban thường vụ, ban chỉ đạo, ban chỉ huy, ban quản lý, ban tổ chức, tỉnh ủy,
    thành ủy, đảng ủy, đảng bộ, cấp ủy, chi bộ, cơ quan, đơn vị, trực thuộc, văn phòng, tuyên giáo,
    dân vận, nội chính, xây dựng, nông nghiệp, môi trường, tài nguyên, tài chính, kế hoạch, đầu tư,
    dự án, công trình, giao thông, vận tải, công thương, công nghiệp, thương mại, khoa học,
    công nghệ, giáo dục, đào tạo, y tế, văn hóa, thể thao, du lịch, nội vụ, tư pháp, thanh tra,
    công an, quân sự, bộ chỉ huy, bộ tư lệnh, biên phòng, tòa án, kiểm sát, dân tộc, tôn giáo,
    ngoại vụ, lao động, xã hội, kinh tế, hạ tầng, đô thị, hành chính, phục vụ, trung tâm, báo chí,
    phát thanh, truyền hình, truyền thông, thông tin, thông tấn xã, xuất bản, phát triển, quỹ đất,
    thủy sản, thủy lợi, nông lâm sản, chi cục, cục trưởng, chất lượng, quản lý, bảo vệ, bảo hiểm,
    ngân hàng, nhà nước, doanh nghiệp, công ty, cổ phần, phụ nữ, thanh niên, cựu chiến binh,
    công đoàn, nông dân, liên hiệp, đoàn thể, đại biểu, quốc hội, đặc khu, thành phố, an giang,
    kiên giang, phú quốc, thổ châu, kiên hải, rạch giá, long xuyên, cần thơ, hồ chí minh,
    giám đốc, phó giám đốc, chủ tịch, phó chủ tịch, bí thư, phó bí thư, thường trực, chủ nhiệm,
    trưởng ban, phó trưởng ban, trưởng phòng, chánh văn phòng, phụ trách, ủy viên,
    phát ngôn, cung cấp, cải chính, xin lỗi, phản hồi, đề nghị, yêu cầu, thực hiện, công tác,
    nhiệm vụ, phương hướng, kết quả, tổ chức, tăng cường, lãnh đạo, chỉ đạo, hội nghị, giao ban,
    họp báo, tập huấn, nghiệp vụ, quy chế, ban hành, phân công, ủy quyền, trách nhiệm, sự thật,
    nội dung, hoạt động, tiến độ, giai đoạn, cao tốc, tuyên truyền, định hướng, mạng xã hội,
    vụ việc, phản ánh, ý kiến, trả lời, kiểm tra, xử lý, báo cáo, danh sách, chuyển đổi số,
    cải cách, bộ đội, khu kinh tế, khu công nghiệp, khu vực, đoàn đại biểu, cấp thoát nước,
    bệnh viện, đa khoa, đại học, cao đẳng, trung học, điều tra, phòng chống, an toàn, đường bộ,
    sắp xếp, bổ nhiệm, thành lập, kiện toàn, triển khai, chính quyền, địa phương, địa bàn
"""
_PAIRS = frozenset(pair for phrase in _PHRASES.split(",") for pair in pairwise(phrase.split()))
_AGAINST_SENSE = 0.06  # as bad as a line a quarter of the column shorter than its fellows
_JOINING_AT_END = 0.15
_PARTED_PHRASE = 0.5
_MORE_LINES = 0.4  # a phrase kept whole is worth one more line
_MOST_LINES = 12  # more of them are no heading


@lru_cache(maxsize=512)
def balanced_lines(family: Family, text: str, font: Font, width: float) -> list[Line]:
    """Break a centred heading into few lines no wider than ``width``."""
    units = units_of(family, text, font.bold, font.italic)
    limit = width / font.size
    lines: Sequence[Sequence[Unit]] = filled(units, limit, limit)
    fewest = len(lines)
    if 1 < fewest <= _MOST_LINES and all(unit.width <= limit for unit in units):
        counts = [count for count in (fewest, fewest + 1) if count <= len(units)]
        found = [_even_breaks(units, limit, count) for count in counts]
        _cost, ends = min((cost + _MORE_LINES * n, ends) for n, (cost, ends) in enumerate(found))
        lines = [units[start:end] for start, end in pairwise(ends)]
    return [line_of(taken, font.size) for taken in lines]


def _even_breaks(units: Sequence[Unit], limit: float, count: int) -> tuple[float, list[int]]:
    """Return the least cost of ``count`` lines, and 0 and where each of them ends."""
    even = (sum(unit.width for unit in units) + SPACE * (len(units) - count)) / count
    # best[n][end]: the least cost of the units before ``end`` in n lines, and the last one's start.
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for _ in range(count):
        reached: dict[int, tuple[float, int]] = {}
        for start, (cost, _start) in best[-1].items():
            length = -SPACE
            for end in range(start + 1, len(units) + 1):
                length += SPACE + units[end - 1].width
                if length > limit + EPSILON:
                    break
                total = cost + ((even - length) / limit) ** 2 + _break_cost(units, end)
                if end not in reached or total < reached[end][0]:
                    reached[end] = (total, start)
        best.append(reached)
    ends = [len(units)]
    for reached in reversed(best[1:]):
        ends.append(reached[ends[-1]][1])
    return best[-1][len(units)][0], ends[::-1]


def _break_cost(units: Sequence[Unit], end: int) -> float:
    """Return what ending a line before unit ``end`` costs."""
    if end == len(units) or units[end - 1].text[-1] in CLOSING:
        return 0.0
    last = units[end - 1].text.rpartition(" ")[2].lower()
    following = units[end].text.partition(" ")[0].lower()
    if (last, following.rstrip(CLOSING)) in _PAIRS:
        return _PARTED_PHRASE
    if last in _CONNECTIVES:
        return _JOINING_AT_END
    return 0.0 if following in _CONNECTIVES else _AGAINST_SENSE
