// Icons drawn for this project on a 24 x 24 grid, as inline SVG in the colour of the text. They
// are hidden from screen readers: words, or the name of the button, say the same.

const namespace = "http://www.w3.org/2000/svg";

const shapes = {
  right: "M5 12.8 9.6 17.4 19 7.2",
  wrong: "M6.5 6.5 17.5 17.5M17.5 6.5 6.5 17.5",
  open: "M6 12h12",
  up: "M12 19.500V5M5.5 11.5 12 5l6.5 6.5",
  down: "M12 4.500V19M5.5 12.5 12 19l6.5-6.5",
  back: "M19.5 12H5M11.5 5.5 5 12l6.5 6.5",
  forward: "M4.5 12H19M12.5 5.5 19 12l-6.5 6.5",
  unfold: "M5.5 9 12 15.5 18.5 9",
  law: "M12 4v16M7.5 20h9M5 6.500h14M5 6.5 2.5 13a2.7 2.7 0 0 0 5 0zM19 6.5 16.5 13a2.7 2.7 0 0 0 5 0z",
  phone:
    "M6.5 3.500h3l1.5 4.5-2 1.500a12 12 0 0 0 5.5 5.500l1.5-2 4.5 1.500v3c0 1.5-1 2.5-2.5 2.500C10.5 20 4 13.5 4 6c0-1.5 1-2.5 2.5-2.500z",
  screen: "M3 5h18v11.500H3zM12 16.500V20M8 20h8",
  file: "M6 3h8.500L19 7.500V21H6zM14 3v5h5",
};

/** @param {keyof typeof shapes} name */
export function createIcon(name) {
  const icon = document.createElementNS(namespace, "svg");
  icon.setAttribute("viewBox", "0 0 24 24");
  icon.setAttribute("class", `lc-icon lc-icon-${name}`);
  icon.setAttribute("aria-hidden", "true");
  const shape = document.createElementNS(namespace, "path");
  shape.setAttribute("d", shapes[name]);
  icon.append(shape);
  return icon;
}
