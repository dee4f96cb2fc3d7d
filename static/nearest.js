// Sorts the locations of a chain by distance, for those who ask. The position stays in the browser.
(() => {
  "use strict";
  const KM_A_DEGREE = 111.2;
  const miles = /-(US|GB|LR|MM)$/.test(navigator.language);

  // Good enough for a city: the earth is flat there.
  function kilometres(from, place) {
    const north = place.latitude - from.latitude;
    const east = (place.longitude - from.longitude) * Math.cos(from.latitude * Math.PI / 180);
    return Math.hypot(north, east) * KM_A_DEGREE;
  }

  function show(position) {
    const places = [...document.querySelectorAll("#step li[data-latitude]")].map((item) =>
      ({ item, away: kilometres(position.coords, { latitude: +item.dataset.latitude, longitude: +item.dataset.longitude }) }));
    const number = new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit: miles ? "mile" : "kilometer", maximumSignificantDigits: 2 });
    places.sort((one, other) => one.away - other.away);
    const list = document.querySelector("#step ul.list");
    const others = [...document.querySelectorAll("#step ul.list > li:not([data-latitude])")];
    for (const place of places) {
      place.item.querySelector("[data-distance]").textContent = number.format(miles ? place.away / 1.609 : place.away);
      list.append(place.item);
    }
    list.append(...others);
    for (const section of document.querySelectorAll("#step section.group")) {
      if (section.contains(list)) section.querySelectorAll("h2").forEach((heading) => heading.remove()); else section.remove();
    }
    const first = list.querySelector("a, button");
    if (first) first.focus();
  }

  customElements.define("bookform-nearest", class extends HTMLElement {
    connectedCallback() {
      if (!navigator.geolocation) return;
      this.hidden = false;
      this.firstElementChild.addEventListener("click", () => navigator.geolocation.getCurrentPosition(
        (position) => { this.remove(); show(position); },
        () => { this.textContent = this.dataset.unknown; this.setAttribute("role", "status"); },
        { maximumAge: 600000, timeout: 10000 }));
    }
  });
})();
