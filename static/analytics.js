// Counts with Google Analytics and Meta Pixel, on the page around a form. embed.js loads this once that site has said yes, and hands over
// what was said yes to, the form's ids, and what happened.
(() => {
  "use strict";
  const waiting = Bookform.counted;
  const ready = new Set();
  const chosen = {}; // services by form
  const begun = new Set();
  const booked = new Set();

  // The site's own libraries, where it has them; else the vendors'. Theirs count what we tell them, and nothing else of the page.
  function google(id) {
    if (!window.gtag) {
      window.dataLayer ||= [];
      window.gtag = function () { dataLayer.push(arguments); };
      load("https://www.googletagmanager.com/gtag/js?id=" + id);
      gtag("js", new Date());
    }
    gtag("config", id, { send_page_view: false });
  }

  function meta(id) {
    if (!window.fbq) {
      const fbq = window.fbq = window._fbq = function () {
        if (fbq.callMethod) fbq.callMethod(...arguments); else fbq.queue.push(arguments);
      };
      Object.assign(fbq, { push: fbq, loaded: true, version: "2.0", queue: [] });
      load("https://connect.facebook.net/en_US/fbevents.js");
      fbq("set", "autoConfig", false, id);
    }
    fbq("init", id);
  }

  function load(address) {
    document.head.append(Object.assign(document.createElement("script"), { src: address, async: true }));
  }

  function once(start, id) {
    if (ready.has(id)) return;
    ready.add(id);
    start(id);
  }

  // One event by two names: to the form's own property and pixel alone, whichever others the site has.
  function tell(consent, ids, items, [googles, metas], detail, key) {
    if (/granted|true|analytics/.test(consent) && /^(G|GT|AW|UA)-[\w-]+$/.test(ids.google)) {
      once(google, ids.google);
      gtag("event", googles, { send_to: ids.google, ...(key && { transaction_id: key }), ...detail, items });
    }
    if (metas && /granted|true|marketing/.test(consent) && /^\d+$/.test(ids.meta)) {
      once(meta, ids.meta);
      const content = { content_type: "product", content_ids: items.map((item) => item.item_id), num_items: items.length };
      fbq("trackSingle", ids.meta, metas, { ...content, ...detail }, key && { eventID: "bookform-" + key });
    }
  }

  const item = (id, name, price) => ({ item_id: String(id), ...(name && { item_name: name }), ...(price !== undefined && { price }), quantity: 1 });

  function count([consent, ids, name, detail]) {
    const { form, services = [], names = [] } = detail;
    const before = chosen[form] || [];
    if (name === "service") {
      const known = new Map(before.map((each) => [each.item_id, each]));
      chosen[form] = services.map((id, place) => names[place] ? item(id, names[place]) : known.get(String(id)) || item(id));
      const added = chosen[form].filter((each) => !known.has(each.item_id));
      if (added.length) tell(consent, ids, added, ["select_item"], {});
    } else if (name === "step" && detail.step === "details" && !begun.has(form)) {
      begun.add(form);
      tell(consent, ids, before, ["begin_checkout", "InitiateCheckout"], {});
    } else if (name === "booked") {
      const key = detail.location + "-" + detail.id;
      if (booked.has(key)) return;
      booked.add(key);
      begun.delete(form);
      delete chosen[form];
      const { prices, value, currency } = detail;
      tell(consent, ids, services.map((id, place) => item(id, names[place], prices[place])), ["purchase", "Schedule"], { value, currency }, key);
    }
  }

  Bookform.counted = { push: count };
  waiting.forEach(count);
})();
