// Live tier on "Add vendor": another category presets the questions nobody answered, and the panel follows each answer. The server
// computes the same from the same table when the form is sent; nothing here decides anything.

const pairs = (text: string | undefined) => new Map((text ?? "").split(" ").map((pair) => pair.split(":") as [string, string]));

const form = document.querySelector<HTMLFormElement>("form[data-new-vendor]");
const panel = document.querySelector<HTMLElement>("[data-tier-panel]");
const category = form?.querySelector<HTMLSelectElement>("select[name=category]");
const presetOf = form?.querySelector<HTMLInputElement>("input[name=presetOf]");

if (form && panel && category && presetOf) {
  const selects = [...form.querySelectorAll<HTMLSelectElement>("select[data-question]")];
  const presetIn = (select: HTMLSelectElement, of: string) => pairs(select.dataset.presets).get(of) ?? "";

  const show = () => {
    let worst = 0;
    const levels = new Map<string, number>();
    for (const select of selects) {
      const isAssumed = select.value !== "" && select.value === presetIn(select, category.value);
      const id = select.dataset.question ?? "";
      for (const mark of document.querySelectorAll<HTMLElement>(`[data-assumed="${id}"], [data-dimension="${id}"] .tag`))
        mark.hidden = !isAssumed;
      const level = Number(pairs(select.dataset.levels).get(select.value) ?? 0);
      levels.set(id, level);
      worst = Math.max(worst, level);
    }
    const isComplete = [...levels.values()].every((level) => level > 0);
    for (const row of panel.querySelectorAll<HTMLElement>("[data-dimension]")) {
      const level = levels.get(row.dataset.dimension ?? "") ?? 0;
      row.classList.toggle("is-worst", isComplete && level === worst);
      const number = row.querySelector("[data-level]");
      if (number) number.textContent = level === 0 ? "–" : String(level);
    }
    for (const part of panel.querySelectorAll<HTMLElement>("[data-tier]"))
      part.hidden = part.dataset.tier !== String(isComplete ? 5 - worst : 0);
  };

  category.addEventListener("change", () => {
    for (const select of selects) {
      if (select.value === "" || select.value === presetIn(select, presetOf.value)) select.value = presetIn(select, category.value);
    }
    presetOf.value = category.value;
    show();
  });
  form.addEventListener("change", show);
  for (const button of form.querySelectorAll<HTMLButtonElement>("[data-without-script]")) button.hidden = true;
  show();
}
