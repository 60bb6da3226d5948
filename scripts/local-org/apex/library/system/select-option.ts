import type { LibraryClass } from '../declaration.ts';

/** A `System.SelectOption`: one choice of a list on a Visualforce page. */
export class SelectOption {
  value: string | null;
  label: string | null;
  disabled: boolean | null;
  escapes: boolean | null = true;

  constructor(value: string | null, label: string | null, disabled: boolean | null = false) {
    this.value = value;
    this.label = label;
    this.disabled = disabled;
  }

  /** By value, then by label. */
  compareTo(other: SelectOption): number {
    return compareTexts(this.value, other.value) || compareTexts(this.label, other.label);
  }
}

function compareTexts(left: string | null, right: string | null): number {
  return (left ?? '') < (right ?? '') ? -1 : (left ?? '') > (right ?? '') ? 1 : 0;
}

type Self = SelectOption;

/** `System.SelectOption`. */
export const selectOptionClass: LibraryClass = {
  name: 'System.SelectOption',
  isInstance: (value) => value instanceof SelectOption,
  members: {
    'new(String value, String label)': (value: string | null, label: string | null) => new SelectOption(value, label),
    'new(String value, String label, Boolean disabled)': (value: string | null, label: string | null, disabled: boolean | null) =>
      new SelectOption(value, label, disabled),
    'Boolean getDisabled()': (self: Self) => self.disabled,
    'Boolean getEscapeItem()': (self: Self) => self.escapes,
    'String getLabel()': (self: Self) => self.label,
    'String getValue()': (self: Self) => self.value,
    'void setDisabled(Boolean disabled)': (self: Self, disabled: boolean | null): void => {
      self.disabled = disabled;
    },
    'void setEscapeItem(Boolean escapes)': (self: Self, escapes: boolean | null): void => {
      self.escapes = escapes;
    },
    'void setLabel(String label)': (self: Self, label: string | null): void => {
      self.label = label;
    },
    'void setValue(String value)': (self: Self, value: string | null): void => {
      self.value = value;
    },
  },
};
