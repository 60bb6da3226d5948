import { LightningElement, api } from 'lwc';
import { fill } from 'c/wording';
import { labels } from './labels';

interface Star {
  readonly value: string;
  readonly label: string;
  readonly checked: boolean;
  readonly className: string;
}

const BEST = 5;

let groups = 0;

/**
 * One to five stars, one tap. Also stands among the fields of a form: it has a value, and none is right, too.
 *
 * @fires rate when another number of stars was given; detail is the number.
 */
export default class StarRating extends LightningElement {
  @api label = '';
  @api disabled = false;

  readonly group = `stars-${(groups += 1)}`;
  private current = '';

  /** `1` to `5`, or blank. */
  @api
  get value(): string {
    return this.current;
  }
  set value(value: string | number | null | undefined) {
    this.current = value ? String(value) : '';
  }

  /** Any number of stars is right, none as well. */
  @api reportValidity(): boolean {
    return true;
  }

  get stars(): Star[] {
    return Array.from({ length: BEST }, (_unused, position) => {
      const value = String(position + 1);
      return {
        value,
        label: fill(labels.stars, value),
        checked: value === this.current,
        className: position < Number(this.current) ? 'star star_on' : 'star',
      };
    });
  }

  handleChange(event: Event): void {
    this.current = (event.target as HTMLInputElement).value;
    this.dispatchEvent(new CustomEvent('rate', { detail: Number(this.current) }));
  }
}
