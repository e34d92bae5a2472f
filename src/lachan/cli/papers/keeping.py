"""``lachan paper verify``, ``seal`` and ``open``: what happens to a set of papers once made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lachan.cli.console import err, out
from lachan.cli.passphrase import PassphraseFile, read_passphrase

if TYPE_CHECKING:
    from lachan.workflows.papers.verify import Verification

Folder = Annotated[Path, typer.Argument(metavar="THƯ_MỤC", help="Thư mục bộ đề đã ra.")]


def verify(
    place: Annotated[
        Path, typer.Argument(metavar="BỘ_ĐỀ", help="Thư mục bộ đề đã ra, hoặc tệp .zip của nó.")
    ],
) -> None:
    """Kiểm bộ đề: tệp nào còn nguyên, đáp án tính lại, từng mã đề so với ma trận.

    Tệp còn nguyên khi mã băm, dãy kí tự tính từ nội dung của nó, đúng như ghi lúc ra đề.
    """
    from lachan.workflows.papers.verify import verify_papers

    _tell_verified(place, verify_papers(place))


def seal(
    folder: Folder,
    archive: Annotated[Path, typer.Option("--out", help="Tệp niêm phong để ghi, đuôi .age.")],
    passphrase_file: PassphraseFile = None,
) -> None:
    """Niêm phong bộ đề thành một tệp .age chỉ mở được bằng mật khẩu."""
    from lachan.workflows.papers.seal import seal_papers

    found = seal_papers(folder, archive, read_passphrase(passphrase_file, confirm=True))
    out.print(f"đã niêm phong {found.file_count} tệp vào {archive}", markup=False)
    out.print(f"dấu vân tay bộ đề: {found.fingerprint}", markup=False)


def open_(
    archive: Annotated[Path, typer.Argument(metavar="TỆP", help="Tệp niêm phong .age.")],
    out_dir: Annotated[Path, typer.Option("--out", help="Thư mục mới để mở bộ đề ra.")],
    passphrase_file: PassphraseFile = None,
) -> None:
    """Mở tệp niêm phong ra một thư mục mới rồi kiểm bộ đề."""
    from lachan.workflows.papers.seal import open_papers

    found = open_papers(archive, out_dir, read_passphrase(passphrase_file, confirm=False))
    _tell_verified(out_dir, found)


def _tell_verified(folder: Path, found: Verification) -> None:
    for fault in found.faults:
        err.print(f"lỗi {fault}", style="red", markup=False)
    if found.faults:
        err.print(f"{folder}: bộ đề không còn nguyên vẹn", style="bold red", markup=False)
        raise typer.Exit(1)
    out.print(f"{folder}: nguyên vẹn, {found.file_count} tệp, mã đề {', '.join(found.codes)}")
    out.print(f"dấu vân tay bộ đề: {found.fingerprint}", markup=False)
