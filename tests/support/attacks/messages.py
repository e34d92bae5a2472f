"""Messages that widgets of ipywidgets take, and choke on."""

from __future__ import annotations

from support.speaking import envelope


def image(comm: str) -> dict[str, object]:
    """Return what opens a widget of ipywidgets that keeps bytes, and echoes them."""
    names = {"model": "ImageModel", "view": "ImageView"}
    state = {f"_{kind}_name": name for kind, name in names.items()}
    state |= {f"_{kind}_module": "@jupyter-widgets/controls" for kind in names}
    state |= {f"_{kind}_module_version": "2.0.0" for kind in names}
    data = {"state": state, "buffer_paths": [["value"]]}
    content = {"comm_id": comm, "target_name": "jupyter.widget", "data": data}
    return envelope("comm_open", content, {"version": "2.1.0"})
