import { createElement } from 'lwc';
import StarRating from 'c/starRating';

function show(value: unknown): HTMLElement & { value: string } {
  const element = createElement('c-star-rating', { is: StarRating });
  Object.assign(element, { label: 'How good was it?', value });
  document.body.appendChild(element);
  return element as unknown as HTMLElement & { value: string };
}

const lit = (element: HTMLElement): number | undefined => element.shadowRoot?.querySelectorAll('.star_on').length;

describe('c-star-rating', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it.each([
    [null, 0, ''],
    [3, 3, '3'],
    ['5', 5, '5'],
  ])('shows %p', async (value, stars, text) => {
    const element = show(value);
    expect(lit(element)).toBe(stars);
    expect(element.value).toBe(text);
    await expect(element).toBeAccessible();
  });

  it('gives stars by one tap, each named for those who don’t see them', async () => {
    const element = show(null);
    const rated = jest.fn();
    element.addEventListener('rate', (event) => rated((event as CustomEvent).detail));
    const fourth = element.shadowRoot?.querySelector<HTMLInputElement>('input[value="4"]');
    expect(fourth?.getAttribute('aria-label')).toBe('4 of 5');
    fourth?.click();
    await Promise.resolve();
    expect(rated).toHaveBeenCalledWith(4);
    expect(lit(element)).toBe(4);
    expect(element.value).toBe('4');
  });
});
