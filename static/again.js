// Counts down to when another code can be asked for. Nobody is told every second: only what stands there changes.
customElements.define("bookform-again", class extends HTMLElement {
  connectedCallback() {
    const rules = new Intl.PluralRules(document.documentElement.lang);
    const end = performance.now() + this.dataset.seconds * 1000;
    const button = this.querySelector("button");
    const sentence = this.querySelector("p");
    const count = () => {
      const left = Math.ceil((end - performance.now()) / 1000);
      button.disabled = left > 0;
      sentence.hidden = left <= 0;
      if (left <= 0) clearInterval(this.clock);
      const [unit, n] = left > 60 ? ["minutes", Math.ceil(left / 60)] : ["seconds", left];
      const form = this.querySelector(`[data-form="${unit}.${rules.select(n)}"]`);
      if (form && left > 0) sentence.textContent = form.textContent.replace("{n}", n);
    };
    this.clock = setInterval(count, 1000);
    count();
  }

  disconnectedCallback() {
    clearInterval(this.clock);
  }
});
