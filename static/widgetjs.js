// What Altegio's own snippet knows beside: the form in the host's name, elements of class ms_booking, its settings and its events.
(() => {
  "use strict";
  const script = document.currentScript || document.querySelector("script[src*='/widgetJS']");
  const own = new URL(script.src);
  const named = /^[wnb]\d+(?=\.)/;
  const rest = own.host.replace(named, "");
  const form = (named.exec(own.host) || [own.searchParams.get("form")])[0].replace(/\D/g, "");
  if (Bookform.altegio) return;
  Bookform.altegio = form;

  // An address keeps the form in its host's name and gets the rest of ours, where a site forgot to change one.
  function address(text) {
    if (!text) return own.origin + "/forms/" + form;
    const given = new URL(text, own.origin);
    const host = named.exec(given.host);
    return own.protocol + "//" + (host && rest !== own.host ? host[0] + rest : own.host) + given.pathname + given.search;
  }

  document.addEventListener("click", (event) => {
    const element = event.target.closest && event.target.closest(".ms_booking");
    if (!element || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    Bookform.open({ url: address(element.dataset.url), element });
  }, true);

  addEventListener("message", ({ origin, data }) => {
    if (!data || typeof data.action !== "string" || new URL(origin).host.replace(named, "") !== rest) return;
    goal(data.action, data.params);
  });
  document.addEventListener("bookform:closed", () => goal("widget_closed", {}));

  function goal(target, params) {
    dispatchEvent(new CustomEvent("onSendAnalytics", { detail: { target, params } }));
  }

  // The settings may stand before or after the script.
  function start() {
    const settings = { ...window.yWidgetSettings, ...window.widgetOptions };
    if (settings.buttonAutoShow !== false) Bookform.button({
      url: address(), text: settings.buttonText, color: settings.buttonColor,
      corner: String(settings.buttonPosition || "").replace(" ", "-"),
    });
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start); else setTimeout(start);
})();
