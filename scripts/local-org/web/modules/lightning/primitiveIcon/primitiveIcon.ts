import { LightningElement, api } from 'lwc';
import { getIconPath, getName } from 'lightning/iconUtils';

const SIZES: Readonly<Record<string, string>> = {
  'xx-small': 'slds-icon_xx-small',
  'x-small': 'slds-icon_x-small',
  small: 'slds-icon_small',
  large: 'slds-icon_large',
};

const COLOURS: Readonly<Record<string, string>> = {
  error: 'slds-icon-text-error',
  warning: 'slds-icon-text-warning',
  success: 'slds-icon-text-success',
};

/**
 * Draws an icon from the design system's sprites. The base components' own one carries some 4,000 compiled templates, one an icon,
 * which is most of the time and size of a build.
 */
export default class PrimitiveIcon extends LightningElement {
  static validationOptOut = ['class'];

  @api src?: string;
  @api iconName?: string;
  @api svgClass?: string;
  @api size = 'medium';
  @api variant = '';

  get href(): string {
    return this.src || (this.iconName ? getIconPath(this.iconName) : '');
  }

  get name(): string {
    return this.iconName ? getName(this.iconName) : '';
  }

  get computedClass(): string {
    const classes = [this.svgClass ?? ''];
    if (this.variant !== 'bare') classes.push('slds-icon');
    if (this.variant !== 'bare' && this.variant !== 'inverse')
      classes.push(COLOURS[this.variant] ?? (this.src ? '' : 'slds-icon-text-default'));
    classes.push(SIZES[this.size] ?? '');
    return classes.filter(Boolean).join(' ');
  }
}
