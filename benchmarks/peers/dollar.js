/* folium writes every popup with jQuery's $("<div>…</div>")[0] and needs nothing else of jQuery. This does the same
   with less work, so that no foreign host is asked and the usual way is not slowed down by it. */
window.$ = html => { const box = document.createElement("template"); box.innerHTML = html; return [box.content.firstElementChild]; };
