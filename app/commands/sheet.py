"""``python -m app sheet NAME OUT.xlsx``: write one of the sheets without the window."""

from __future__ import annotations

from pathlib import Path

from app import paths
from app.bootstrap import open_context
from app.commands.arguments import Parser
from app.commands.console import OK, complain, say
from app.services.plain import ListQuery
from app.services.sheets import SHEETS, write_sheet


def run(arguments: list[str]) -> int:
    """Write a sheet of every record there is. Returns 0, or 2 after one line about bad input."""
    names = {sheet.name: kind for kind, sheet in SHEETS.items()}
    parser = Parser("python -m app sheet", "Xuất một sổ ra tệp Excel.")
    parser.add_argument("name", metavar="TÊN_SỔ", help=f"một trong: {', '.join(names)}")
    parser.add_path("output", metavar="OUT.xlsx", help="tệp Excel cần ghi")
    parser.add_data_dir()
    given = parser.parse_args(arguments)
    if given.name not in names:
        return complain(f"TÊN_SỔ: không có sổ “{given.name}”; chọn một trong: {', '.join(names)}.")
    if given.output.suffix.lower() != ".xlsx":
        return complain(f"OUT.xlsx: tên tệp “{given.output}” phải kết thúc bằng .xlsx.")
    data_dir: Path = given.data_dir or paths.default_data_dir()
    if not paths.database_file(data_dir).is_file():
        return complain(f"--data-dir: trong “{data_dir}” chưa có dữ liệu của Sổ Phát ngôn.")
    ctx = open_context(data_dir)
    try:
        write_sheet(ctx, names[given.name], ListQuery(), given.output)
    finally:
        ctx.close()
    say(f"Đã ghi {given.output}.")
    return OK
