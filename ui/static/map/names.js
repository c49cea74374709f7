/* Names on the ground: quarters, streets along their line, bus stops. Each only where it has room. */
(function () {
  const finder = (window.finder = window.finder || {});
  const INK2 = "#4D5763", HALO = "rgb(255 255 255 / .85)";
  const FROM_ZOOM = { quarter: 14, street_name: 15, bus_stop: 15.5 }, STOP_NAMES_FROM_ZOOM = 16.5;
  const SMALL_PLACES = ["isolated_dwelling", "hamlet"], MAIN_STREETS = ["primary", "secondary", "tertiary"];

  const write = (context, name, x, y, { size = 12, weight = 400, angle = 0 } = {}) => {
    context.save();
    context.translate(x, y);
    context.rotate(angle);
    context.font = `${weight} ${size}px "Source Sans", "Noto Sans", sans-serif`;
    context.textAlign = "center"; context.textBaseline = "middle"; context.lineJoin = "round";
    context.strokeStyle = HALO; context.lineWidth = 3; context.strokeText(name, 0, 0);
    context.fillStyle = INK2; context.fillText(name, 0, 0);
    context.restore();
  };

  /* Remembers what is taken, so that no two names stand on each other. */
  const room = () => {
    const taken = [];
    return (x, y, width, height) => {
      const box = [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
      if (taken.some(other => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) return false;
      taken.push(box);
      return true;
    };
  };

  /* The middle of a line and its direction there, in pixels; text never stands on its head. */
  const middle = (flat, to) => {
    const points = [];
    for (let i = 0; i < flat.length; i += 2) points.push([to.x(flat[i]), to.y(flat[i + 1])]);
    const lengths = points.slice(1).map(([x, y], i) => Math.hypot(x - points[i][0], y - points[i][1]));
    const total = lengths.reduce((sum, length) => sum + length, 0);
    let rest = total / 2, i = 0;
    while (i < lengths.length - 1 && rest > lengths[i]) rest -= lengths[i++];
    const [x0, y0] = points[i], [x1, y1] = points[i + 1], part = lengths[i] ? rest / lengths[i] : 0;
    let angle = Math.atan2(y1 - y0, x1 - x0);
    if (Math.abs(angle) > Math.PI / 2) angle -= Math.sign(angle) * Math.PI;
    return { x: x0 + (x1 - x0) * part, y: y0 + (y1 - y0) * part, angle, total };
  };

  const streets = (context, to, { features, inside, free, zoom }) => {
    const main = feature => MAIN_STREETS.includes(feature.kind);
    for (const street of [...features.filter(main), ...features.filter(f => !main(f))]) {
      if (!main(street) && zoom < 16 && street.kind !== "minor") continue;
      const at = middle(street.lines[0].flat, to);
      if (!inside(at)) continue;
      context.font = '400 12px "Source Sans", "Noto Sans", sans-serif';
      const width = context.measureText(street.name).width;
      if (width > at.total * 1.1) continue;
      const tall = Math.abs(Math.sin(at.angle)) * width + 14, wide = Math.abs(Math.cos(at.angle)) * width + 14;
      if (free(at.x, at.y, wide, tall)) write(context, street.name, at.x, at.y, { angle: at.angle });
    }
  };

  const stops = (context, to, { features, inside, free, zoom }) => {
    for (const stop of features) {
      const x = to.x(stop.point.x), y = to.y(stop.point.y);
      if (!inside({ x, y })) continue;
      context.beginPath(); context.arc(x, y, 3.5, 0, 7);
      context.fillStyle = "#fff"; context.fill(); context.strokeStyle = INK2; context.lineWidth = 1.4; context.stroke();
      if (zoom >= STOP_NAMES_FROM_ZOOM && free(x, y + 12, stop.name.length * 6, 14)) write(context, stop.name, x, y + 12, { size: 11 });
    }
  };

  const quarters = (context, to, { features, inside, free, zoom, districts }) => {
    for (const quarter of features) {
      const x = to.x(quarter.point.x), y = to.y(quarter.point.y);
      if (quarter.kind === "city" || districts.has(quarter.name) || (SMALL_PLACES.includes(quarter.kind) && zoom < 14.5)) continue;
      if (inside({ x, y }) && free(x, y, quarter.name.length * 7, 16)) write(context, quarter.name, x, y, { size: 13, weight: 600 });
    }
  };

  finder.paintNames = (context, map, { ground, bounds }) => {
    const zoom = map.getZoom(), to = finder.projection(map), free = room();
    const inside = ({ x, y }) => x > bounds.min.x && x < bounds.max.x && y > bounds.min.y && y < bounds.max.y;
    const districts = new Set(ground.districts.list.map(district => district.name));
    for (const [layer, paint] of [["quarter", quarters], ["street_name", streets], ["bus_stop", stops]])
      if (zoom >= FROM_ZOOM[layer]) paint(context, to, { features: ground.names[layer] || [], inside, free, zoom, districts });
  };
})();
