"""Which folder of apps is served: ours, and a content folder's own only where someone says so."""

from __future__ import annotations

from pathlib import Path

from lachan.content.root import OWN_ROOTS
from lachan.errors import LachanError

APPS_FOLDER = "voila_apps"
OWN_APPS_OPTION = "--own-apps"


class AppsError(LachanError):
    """The folder of apps is missing."""


def find_apps(root: Path, *, own: bool) -> Path:
    """Return the folder of apps: the one that came with us, or the content root's `own`.

    Apps are programs that run on this machine with the rights of the one who serves them, while
    a content folder may be a stranger's.

    Raises
    ------
    AppsError
        Where there is none.
    """
    places = [folder / APPS_FOLDER for folder in ((root,) if own else OWN_ROOTS)]
    for place in places:
        if (place / "template").is_dir():
            return place
    if own:
        raise AppsError(
            f"{places[0]}: không có ứng dụng riêng ở đây (cần các sổ .ipynb và thư mục template). "
            f"Hãy bỏ {OWN_APPS_OPTION} để dùng bộ ứng dụng đi kèm Lá Chắn."
        )
    tried = ", ".join(map(str, places))
    raise AppsError(f"không thấy thư mục {APPS_FOLDER}; đã tìm ở: {tried}. Hãy cài lại lachan.")


def tell_of_own_apps(root: Path, served: Path) -> str:
    """Return what to say where the content root has apps that are not the ones served, else ""."""
    own = root / APPS_FOLDER
    if not own.is_dir() or own.samefile(served):
        return ""
    return (
        f"Thư mục nội dung có ứng dụng riêng ({own}), máy chủ không chạy các ứng dụng ấy: chúng là "
        "mã lệnh, chạy trên máy này với mọi quyền của thầy cô. Nếu chính trường đã viết ra chúng, "
        f"hãy mở lại và thêm {OWN_APPS_OPTION}."
    )
