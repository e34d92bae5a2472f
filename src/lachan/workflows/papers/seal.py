"""Close a folder of papers into one sealed file for transport, and open it again."""

from __future__ import annotations

from pathlib import Path

from lachan.exchange import SealError, open_files, seal_files
from lachan.limits.files import LARGEST_SEALED_FILE
from lachan.workflows.papers.verify import Verification, verify_papers
from lachan.workflows.write_files import check_new_folder, write_folder, write_private_bytes


def seal_papers(folder: Path, archive: Path, passphrase: str) -> Verification:
    """Write the sealed archive of a folder that verifies; nothing is written over.

    Raises
    ------
    SealError
        If the folder is not what was made, the archive is there already or would be inside, or
        the passphrase is too short.
    """
    if archive.exists():
        raise SealError(f"{archive}: tệp này đã có, không ghi đè; hãy chọn tên khác.")
    if archive.absolute().is_relative_to(folder.absolute()):
        raise SealError(f"{archive}: hãy để gói niêm phong ở ngoài thư mục bộ đề.")
    found = verify_papers(folder)
    if found.faults:
        told = "\n".join(found.faults)
        raise SealError(f"{folder}: bộ đề không còn nguyên vẹn, chưa niêm phong.\n{told}")
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    write_private_bytes(archive, seal_files(files, passphrase))
    return found


def open_papers(archive: Path, out: Path, passphrase: str) -> Verification:
    """Write what a sealed archive holds into a new folder and verify it.

    Raises
    ------
    SealError
        If the passphrase is wrong, or the archive was changed or is none of ours.
    FolderError
        If `out` holds anything or cannot be written.
    """
    check_new_folder(out)
    if archive.stat().st_size > LARGEST_SEALED_FILE.value:
        raise SealError(f"{archive}: tệp nặng hơn {LARGEST_SEALED_FILE.spelled}, không mở.")
    files = open_files(archive.read_bytes(), passphrase)
    write_folder(out, sorted(files.items()))
    return verify_papers(out)
