"""``lachan school``: the school's own folder, which no update of the kit touches."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lachan.cli.app import App
from lachan.cli.console import out, print_problems
from lachan.cli.options import Root, School
from lachan.content import find_root
from lachan.content.school import SchoolFolderError
from lachan.workflows.content.opening import open_content

app = App(help="Kho của trường: bài, câu hỏi, ma trận đề trường tự sửa, tự viết.")


@app.command()
def init(
    folder: Annotated[
        Path, typer.Argument(metavar="THƯ_MỤC", help="Thư mục mới, ở ngoài thư mục của bộ cài.")
    ],
    root: Root = None,
) -> None:
    """Tạo kho của trường và ghi chỗ của kho vào lachan.toml; có sẵn kho thì chỉ ghi chỗ."""
    from lachan.workflows.school.making import is_linked, link_school, make_school, name_school

    found = find_root(root, Path.cwd())
    is_new = make_school(folder, found)
    told = "đã tạo kho của trường ở" if is_new else "đã có kho của trường ở"
    out.print(f"{told} {folder}", markup=False)
    if link_school(folder, found):
        out.print(f"đã ghi vào {found / 'lachan.toml'}; từ nay mọi lệnh đều dùng kho này")
    elif not is_linked(folder, found):
        out.print(
            f"Muốn mọi lệnh dùng kho này, ghi vào {found / 'lachan.toml'} dòng "
            f'school_folder = "{name_school(folder, found)}"; hoặc thêm --school {folder}',
            markup=False,
        )
    if is_new:
        out.print(
            f"Điền tên trường ở {folder / 'truong.toml'}; cách dùng: {folder / 'DOC-TRUOC.md'}"
        )


@app.command()
def take(
    lesson: Annotated[
        str,
        typer.Argument(metavar="BÀI", help="Tên bài học, hoặc sổ .ipynb thầy cô đã sửa."),
    ],
    only: Annotated[
        bool, typer.Option("--only", help="Chỉ lấy bài, để nguyên câu hỏi và truyện tranh.")
    ] = False,
    root: Root = None,
    school: School = None,
) -> None:
    """Đưa một bài vào kho của trường: bài có sẵn để sửa, hoặc sổ đã sửa trong JupyterLab.

    Bài có sẵn thì chép kèm câu hỏi và truyện tranh. Sổ đã sửa thì thành tệp bài học, bản trước của
    trường được giữ ở lich-su/.
    """
    from lachan.workflows.clock import utc_now
    from lachan.workflows.school.taking import take_lesson, take_notebook

    content = open_content(root, school=school)
    folder = content.school
    if folder is None:
        raise SchoolFolderError(
            "chưa có kho của trường. Tạo bằng: lachan school init THƯ_MỤC, hoặc nêu --school"
        )
    if Path(lesson).suffix == ".ipynb":
        written, left_out = take_notebook(Path(lesson), content, folder, utc_now())
        print_problems(left_out)
        told = f"đã ghi {written}" if written else "sổ không khác bài đang có, không ghi gì"
        out.print(told, markup=False)
        return
    kit = open_content(root, kit_only=True)
    for path in take_lesson(lesson, kit, folder, with_items=not only):
        out.print(f"đã chép {path}", markup=False)
    out.print("Sửa các tệp ấy rồi xem chỗ sai bằng: lachan check")
