/* Canvases on a Leaflet map: the ground (areas, water, roads, borders), a highlight, and the marks above them.
   Everything is drawn in one pass from plain arrays, so that ten thousand places cost one loop and no objects. */
(function () {
  const finder = (window.finder = window.finder || {});

  /* A renderer of Leaflet's that calls `paint(context, project)` whenever the view or the content has changed. */
  finder.Canvas = L.Renderer.extend({
    initialize(paint, options) {
      L.Renderer.prototype.initialize.call(this, options);
      this._paint = paint;
    },
    _initContainer() {
      this._container = document.createElement("canvas");
      this._container.setAttribute("aria-hidden", "true");
      this._context = this._container.getContext("2d");
    },
    _destroyContainer() {
      this._container.remove();
      delete this._container;
    },
    _updatePaths() {},
    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      const { min } = this._bounds, size = this._bounds.getSize(), ratio = window.devicePixelRatio || 1;
      L.DomUtil.setPosition(this._container, min);
      this._container.width = size.x * ratio;
      this._container.height = size.y * ratio;
      this._container.style.width = size.x + "px";
      this._container.style.height = size.y + "px";
      this._context.setTransform(ratio, 0, 0, ratio, -min.x * ratio, -min.y * ratio);
      this.redraw();
    },
    redraw() {
      if (!this._map || !this._bounds) return;
      const { min, max } = this._bounds;
      this._context.clearRect(min.x, min.y, max.x - min.x, max.y - min.y);
      this._paint(this._context, this._map, this._bounds);
    },
  });

  /* Coordinates in Leaflet's pixels at zoom 0, worked out once, so that drawing is a multiplication. */
  finder.unit = (map, lat, lon) => map.options.crs.latLngToPoint(L.latLng(lat, lon), 0);
  finder.projection = map => {
    const scale = map.options.crs.scale(map.getZoom()) / map.options.crs.scale(0), origin = map.getPixelOrigin();
    return { x: u => u * scale - origin.x, y: u => u * scale - origin.y, scale };
  };

  const GREEN = { wood: "#DDE5D6", grass: "#E6EBDD", landuse: "#E9E8E0" };
  const ROAD_WIDTH = { motorway: 4, trunk: 3.6, primary: 3, secondary: 2.6, tertiary: 2.2 };

  /* GeoJSON geometry → rings or lines as flat unit coordinates [x0, y0, x1, y1 …] with a bounding box. */
  finder.lines = (map, geometry) => {
    const { type, coordinates } = geometry;
    const lists = { LineString: c => [c], MultiLineString: c => c, Polygon: c => c, MultiPolygon: c => c.flat() }[type](coordinates);
    return lists.map(list => {
      const flat = new Float64Array(list.length * 2), box = [Infinity, Infinity, -Infinity, -Infinity];
      list.forEach(([lon, lat], i) => {
        const p = finder.unit(map, lat, lon);
        flat[2 * i] = p.x; flat[2 * i + 1] = p.y;
        box[0] = Math.min(box[0], p.x); box[1] = Math.min(box[1], p.y); box[2] = Math.max(box[2], p.x); box[3] = Math.max(box[3], p.y);
      });
      return { flat, box };
    });
  };

  const trace = (context, to, lines, bounds) => {
    context.beginPath();
    for (const { flat, box } of lines) {
      if (to.x(box[2]) < bounds.min.x || to.x(box[0]) > bounds.max.x || to.y(box[3]) < bounds.min.y || to.y(box[1]) > bounds.max.y) continue;
      context.moveTo(to.x(flat[0]), to.y(flat[1]));
      for (let i = 2; i < flat.length; i += 2) context.lineTo(to.x(flat[i]), to.y(flat[i + 1]));
    }
  };

  finder.inside = (point, lines) => {
    let within = false;
    for (const { flat } of lines)
      for (let i = 0, j = flat.length - 2; i < flat.length; j = i, i += 2)
        if (flat[i + 1] > point.y !== flat[j + 1] > point.y &&
            point.x < ((flat[j] - flat[i]) * (point.y - flat[i + 1])) / (flat[j + 1] - flat[i + 1]) + flat[i]) within = !within;
    return within;
  };

  /* Order: green outside the city, fills, water, roads and rail, borders, chosen areas, names. The fills are opaque:
     a tint under them would fake a class. */
  finder.paintGround = ground => (context, map, bounds) => {
    const to = finder.projection(map), zoom = map.getZoom(), state = ground.state;
    context.lineJoin = context.lineCap = "round";
    if (!state) return;
    const view = { level: ground.level, districts: ground.districts, to, bounds, areas: state.areas };
    for (const feature of ground.basemap.filter(f => f.layer === "green")) {
      trace(context, to, feature.lines, bounds);
      context.fillStyle = GREEN[feature.kind] || GREEN.grass;
      context.fill("evenodd");
    }
    finder.paintFills(context, view);
    for (const feature of ground.basemap.filter(f => f.layer !== "green")) {
      trace(context, to, feature.lines, bounds);
      if (feature.layer === "water") {
        if (feature.area) { context.fillStyle = "#BFD9E0"; context.fill("evenodd"); }
        else { context.strokeStyle = "#A9CDD6"; context.lineWidth = 1.6; context.stroke(); }
      } else if (feature.layer === "rail") {
        context.strokeStyle = "#8A8794"; context.lineWidth = 1.4; context.setLineDash([6, 4]); context.stroke(); context.setLineDash([]);
      } else {
        const wide = ROAD_WIDTH[feature.kind];
        if (!wide && zoom < 12.5) continue;
        context.strokeStyle = "#fff"; context.lineWidth = (wide || 1.2) * (zoom < 13 ? .7 : zoom > 15 ? 2 : 1); context.stroke();
      }
    }
    finder.paintBorders(context, view);
    finder.paintNames(context, map, { ground, bounds });
  };
})();
