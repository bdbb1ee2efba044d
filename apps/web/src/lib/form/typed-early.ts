type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
type Early = { readonly field: Field; readonly value: string; readonly isChecked: boolean };

let early: Early[] = [];

const isTouched = (field: Field): boolean => {
  if (field instanceof HTMLSelectElement)
    return [...field.options].some(
      ({ selected, defaultSelected }, i, all) =>
        selected !== (all.some((o) => o.defaultSelected) ? defaultSelected : i === 0),
    );
  if (field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio'))
    return field.checked !== field.defaultChecked;
  return (
    !(field instanceof HTMLInputElement && (field.type === 'hidden' || field.type === 'file')) &&
    field.value !== field.defaultValue
  );
};

/** Notes what somebody entered before the scripts arrived: taking a page over sets its fields back. */
export const noteEarly = (): void => {
  early = [...document.querySelectorAll<Field>('input, textarea, select')]
    .filter(isTouched)
    .map((field) => ({ field, value: field.value, isChecked: field instanceof HTMLInputElement && field.checked }));
};

/** Puts it back once the page is alive, and tells whoever listens to the field. */
export const restoreEarly = (): void => {
  for (const { field, value, isChecked } of early) {
    if (field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio'))
      field.checked = isChecked;
    else field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  early = [];
};
