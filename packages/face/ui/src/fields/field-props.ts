/** What every field takes. `value` is text as typed or stored. */
export type FieldProps = {
  name: string;
  label: string;
  value?: string | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  required?: boolean;
  /** Leaves out the word "optional"; in filters. */
  bare?: boolean;
};

/** What a field's frame hands to its control: the id, and what describes it. */
export type ControlAttributes = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': 'true' | undefined;
};
