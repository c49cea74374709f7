/* The marks: shape and colour by section, filled = states the language, open with a dot = does not say. */
(function () {
  const finder = (window.finder = window.finder || {});
  const INK = "#1B2430", SECTIONS = [["circle", "#A65200"], ["square", "#0F3B82"], ["triangle", "#00806A"]];
  const SMALL = 5, NUMBERED = 11;

  const outline = (context, shape, x, y, r) => {
    context.beginPath();
    if (shape === "circle") context.arc(x, y, r, 0, 2 * Math.PI);
    else if (shape === "square") context.rect(x - .9 * r, y - .9 * r, 1.8 * r, 1.8 * r);
    else { context.moveTo(x, y - 1.2 * r); context.lineTo(x + 1.18 * r, y + .85 * r); context.lineTo(x - 1.18 * r, y + .85 * r); context.closePath(); }
  };
  const stroke = (context, color, width) => { context.strokeStyle = color; context.lineWidth = width; context.stroke(); };

  const filled = (context, shape, color, x, y, r) => {
    outline(context, shape, x, y, r);
    stroke(context, INK, 6); stroke(context, "#fff", 4);
    context.fillStyle = color; context.fill();
  };
  const open = (context, shape, color, x, y, r, dotted) => {
    outline(context, shape, x, y, r);
    stroke(context, "#fff", 4.6);
    context.fillStyle = "#fff"; context.fill();
    stroke(context, color, r > SMALL ? 2 : 1.7);
    if (!dotted) return;
    context.beginPath(); context.arc(x, shape === "triangle" ? y + .15 * r : y, 1.7, 0, 7); context.fillStyle = color; context.fill();
  };
  const rough = (context, x, y, r) => {
    context.beginPath(); context.arc(x, y, r + 6, 0, 7);
    context.fillStyle = "rgb(255 255 255 / .6)"; context.fill();
    context.setLineDash([.1, 4.2]); context.lineCap = "round"; stroke(context, INK, 2); context.setLineDash([]);
  };
  const text = (context, words, x, y, size, color) => {
    context.font = `700 ${size}px "Source Sans", "Noto Sans", sans-serif`;
    context.textAlign = "center"; context.textBaseline = "middle"; context.fillStyle = color; context.fillText(words, x, y + .5);
  };

  /* One place with everything that is known of it: {x, y, section, states, number, rough, selected, house}. */
  finder.paintMark = (context, place) => {
    const [shape, color] = SECTIONS[place.section], r = place.number ? NUMBERED : SMALL, { x, y } = place;
    if (place.selected) {
      context.beginPath(); context.arc(x, y, r + 9, 0, 7); context.fillStyle = INK; context.fill(); stroke(context, "#fff", 2);
    } else if (place.rough) rough(context, x, y, r);
    (place.states ? filled : open)(context, shape, color, x, y, r, !place.number);
    if (place.number) text(context, String(place.number), x, shape === "triangle" ? y + 2 : y, 12, place.states ? "#fff" : INK);
    if (place.house > 1) {
      context.beginPath(); context.arc(x + r + 2, y - r - 2, 8.5, 0, 7); context.fillStyle = INK; context.fill(); stroke(context, "#fff", 1.5);
      text(context, String(place.house), x + r + 2, y - r - 2, 11, "#fff");
    }
  };

  /* The place that the reader named: a ring with a cross, unlike any mark. */
  finder.paintHere = (context, x, y) => {
    for (const [color, width] of [["#fff", 7], [INK, 3]]) {
      context.beginPath();
      context.arc(x, y, 11, 0, 7);
      context.moveTo(x - 17, y); context.lineTo(x - 5, y); context.moveTo(x + 5, y); context.lineTo(x + 17, y);
      context.moveTo(x, y - 17); context.lineTo(x, y - 5); context.moveTo(x, y + 5); context.lineTo(x, y + 17);
      context.lineCap = "butt"; stroke(context, color, width);
    }
  };

  finder.paintName = (context, name, x, y) => {
    context.font = '600 14px "Source Sans", "Noto Sans", sans-serif';
    context.textAlign = "center"; context.textBaseline = "middle"; context.lineJoin = "round";
    context.strokeStyle = "rgb(255 255 255 / .92)"; context.lineWidth = 3.5; context.strokeText(name, x, y);
    context.fillStyle = INK; context.fillText(name, x, y);
  };
})();
