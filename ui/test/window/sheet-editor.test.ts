import { emit } from '@tauri-apps/api/event';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { refuse, type Answers } from '../fake-core';
import { pictureBytes } from '../picture';
import { tinyPdf } from '../tiny-pdf';
import { backPain } from '../what-is-typed';
import { WorkingPractice } from '../working-practice';
import { accessible } from './stand';
import { openAt, visit, withMargaret } from './working';

const text = () => page.getByLabelText('Text', { exact: true });
const area = () => text().element() as HTMLTextAreaElement;
const title = () => page.getByLabelText('Title', { exact: true });

/** An empty sheet in the editor of a practice that keeps pictures. */
async function begun(more: Answers = {}) {
  const practice = new WorkingPractice();
  practice.keep(backPain);
  const opened = openAt('#/handouts', practice, {
    handoutsChoosePicture: ({ name }) => ({ name: name ?? 'leaf.png' }),
    handoutsTakeDroppedPicture: () => ({ name: 'dropped.jpg' }),
    handoutsPicture: () => pictureBytes(),
    ...more,
  });
  await page.getByRole('button', { name: 'New sheet' }).click();
  await title().fill('Knees');
  return opened;
}

async function imported(practice = new WorkingPractice()) {
  const opened = openAt('#/handouts', practice);
  await page.getByRole('button', { name: /^Import/ }).click();
  await expect.element(title()).toHaveValue(backPain.title);
  await expect.element(page.getByRole('img', { name: /^Page 1 of/ })).toBeVisible();
  return opened;
}

test('an article is imported, kept and given', async () => {
  const { practice, id } = withMargaret();
  const { fake } = await imported(practice);
  await accessible();
  await page.getByLabelText('Author').fill('Ines Marlow, R.Ac.');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect
    .element(page.getByRole('button', { name: /Acupuncture for Back Pain/ }))
    .toHaveAttribute('aria-current');
  expect(fake.inputs('handoutsKeep')[0]).toMatchObject({ id: null, version: null });
  expect(practice.drafts.size).toBe(0);
  await page.getByRole('combobox', { name: 'Give to' }).fill('maggie');
  await expect.element(page.getByRole('option', { name: /Margaret Oyelaran/ })).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await page.getByRole('button', { name: 'Give to Margaret Oyelaran' }).click();
  await expect.poll(() => practice.timelines.get(id)?.at(-1)?.kind).toBe('sheet_given');
});

test('what a careful reader asks stands beside the text, and its line is one click away', async () => {
  await imported();
  await expect.element(page.getByText('No author')).toBeVisible();
  await page.getByRole('button', { name: 'Go to line 9' }).click();
  await expect.element(text()).toHaveFocus();
  expect(area().value.slice(area().selectionStart, area().selectionEnd)).toMatch(
    /^Several studies have shown/,
  );
});

test('the promotional end goes with one click and comes back with one key', async () => {
  await imported();
  const whole = area().value;
  await page.getByRole('button', { name: 'Drop the last 4 lines' }).click();
  await expect.poll(() => area().value).not.toContain('Spherical Wellness');
  expect(area().value.endsWith('both chronic and acute.\n')).toBe(true);
  await expect.element(page.getByText('The end reads like advertising')).not.toBeInTheDocument();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(() => area().value).toBe(whole);
});

test('bold and italic are set around what is selected, and taken away again', async () => {
  await imported();
  await text().fill('Rest now');
  area().setSelectionRange(0, 4);
  await userEvent.keyboard('{Control>}b{/Control}');
  await expect.element(text()).toHaveValue('**Rest** now');
  await userEvent.keyboard('{Control>}i{/Control}');
  await expect.element(text()).toHaveValue('***Rest*** now');
  await userEvent.keyboard('{Control>}i{/Control}{Control>}b{/Control}');
  await expect.element(text()).toHaveValue('Rest now');
});

test('ten thousand characters are written, drawn and kept', async () => {
  const { practice, fake } = await imported();
  const long = 'A line of advice that goes on. '.repeat(330);
  await text().fill(long);
  await expect.poll(() => fake.inputs('handoutsPreview').at(-1)?.text.markdown).toBe(long);
  await expect.poll(() => [...practice.drafts.values()].some(({ body }) => body.includes(long))).toBe(true);
  await accessible();
});

test('a sheet without a title is refused at its field', async () => {
  await imported();
  await title().fill('');
  await page.getByRole('button', { name: 'Keep sheet' }).click();
  await expect.element(title()).toHaveFocus();
  await expect.element(title()).toHaveAttribute('aria-invalid', 'true');
  await accessible();
});

test('changing a kept sheet makes the next version', async () => {
  const practice = new WorkingPractice();
  const { id } = practice.keep({ ...backPain, author: 'Ines Marlow' });
  const { fake } = openAt('#/handouts', practice);
  await page.getByRole('button', { name: 'Edit' }).click();
  await title().fill('Back pain');
  await page.getByRole('button', { name: 'Keep as version 2' }).click();
  await expect.element(page.getByRole('button', { name: /Back pain.*Version 2/ })).toBeVisible();
  expect(fake.inputs('handoutsKeep')[0]).toMatchObject({ id, version: 1, text: { title: 'Back pain' } });
});

test('a sheet kept elsewhere meanwhile shows both, and nothing written is lost', async () => {
  const practice = new WorkingPractice();
  const { id } = practice.keep({ ...backPain, author: 'Ines Marlow' });
  openAt('#/handouts', practice);
  await page.getByRole('button', { name: 'Edit' }).click();
  await title().fill('Back pain, mine');
  practice.keep({ ...backPain, title: 'Back pain, theirs', author: 'Daniel Osei' }, id, 'Daniel Osei');
  await page.getByRole('button', { name: 'Keep as version 2' }).click();
  await expect.element(page.getByText(/Daniel Osei kept another version/)).toBeVisible();
  await accessible();
  await page.getByRole('group', { name: 'Author' }).getByText('What is kept now').click();
  await page.getByRole('button', { name: 'Keep as version 3' }).click();
  await expect
    .poll(() => practice.sheets.get(id)?.versions.at(-1)?.text)
    .toMatchObject({
      title: 'Back pain, mine',
      author: 'Daniel Osei',
    });
});

test('a sheet that was begun and never written on leaves nothing to finish', async () => {
  const practice = new WorkingPractice();
  practice.keep(backPain);
  openAt('#/handouts', practice);
  await page.getByRole('button', { name: 'New sheet' }).click();
  await expect.element(title()).toHaveValue('');
  await accessible();
  visit('#/today');
  await expect.poll(() => practice.drafts.size).toBe(0);
});

test('a kept sheet that was looked at and not changed leaves nothing to finish', async () => {
  const practice = new WorkingPractice();
  practice.keep(backPain);
  openAt('#/handouts', practice);
  await page.getByRole('button', { name: 'Edit' }).click();
  await title().fill('Knees');
  await title().fill(backPain.title);
  visit('#/today');
  await expect.element(page.getByRole('heading', { name: 'Your practice is ready' })).toBeVisible();
  expect(practice.drafts.size).toBe(0);
});

test('a field is inserted where the caret is, by keyboard, and a misspelt one is pointed out at its line', async () => {
  openAt('#/handouts');
  await page.getByRole('button', { name: 'New sheet' }).first().click();
  await text().fill('Dear ,\nCall {{practice.fone}}.');
  area().setSelectionRange(5, 5);
  await expect.element(page.getByText('No field has this name')).toBeVisible();
  await page.getByRole('button', { name: 'Line 2' }).click();
  expect(area().value.slice(area().selectionStart, area().selectionEnd)).toBe('Call {{practice.fone}}.');
  area().setSelectionRange(5, 5);
  const insert = page.getByRole('button', { name: 'Insert a field' });
  await insert.click();
  await expect.element(page.getByRole('button', { name: /What the client is called/ })).toHaveFocus();
  await accessible();
  await userEvent.keyboard('{Enter}');
  await expect.element(text()).toHaveValue('Dear {{client.first_name}},\nCall {{practice.fone}}.');
  await expect.element(text()).toHaveFocus();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(text()).toHaveValue('Dear ,\nCall {{practice.fone}}.');
});

test('a thrown away sheet comes back into the editor by Undo', async () => {
  const { practice } = openAt('#/handouts');
  await page.getByRole('button', { name: 'New sheet' }).first().click();
  await title().fill('Knees');
  await userEvent.keyboard('{Tab}');
  await page.getByRole('button', { name: 'Throw away' }).click();
  await expect.poll(() => practice.drafts.size).toBe(0);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect.element(title()).toHaveValue('Knees');
  expect(practice.drafts.size).toBe(1);
});

test('whoever was to get the sheet is still chosen after it was changed', async () => {
  const { practice } = withMargaret();
  practice.keep(backPain);
  openAt('#/handouts', practice);
  const giveTo = page.getByRole('combobox', { name: 'Give to' });
  await giveTo.click();
  await page.getByRole('option', { name: /Margaret/ }).click();
  await page.getByRole('button', { name: 'Edit' }).click();
  await title().fill('Knees');
  await page.getByRole('button', { name: 'Keep as version 2' }).click();
  await expect.element(giveTo).toHaveValue('Margaret Oyelaran');
});

test('a file held over the window shows where it may go, and dropping it opens a draft', async () => {
  const { practice } = openAt('#/today');
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  await emit('file-hover', 'other');
  await expect.element(page.getByText('Drop the file to bring it in as a sheet').last()).toBeVisible();
  await accessible();
  await emit('file-dropped', 'other');
  await expect.element(title()).toHaveValue(backPain.title);
  await expect.element(page.getByText(/acupuncture-for-back-pain\.txt is read/).first()).toBeInTheDocument();
  expect(practice.drafts.size).toBe(1);
});

test('a draft that is gone says so', async () => {
  openAt('#/sheet/draft/nothing');
  await expect.element(page.getByRole('heading', { name: 'This sheet is no longer here' })).toBeVisible();
  await accessible();
});

test('a picture is seen, described and set where the caret is, on lines of its own', async () => {
  await begun();
  await text().fill('Rest now. Walk later.');
  area().setSelectionRange(9, 9);
  await page.getByRole('button', { name: 'Insert a picture' }).click();
  const dialog = page.getByRole('dialog', { name: 'Insert a picture' });
  await expect.element(dialog.getByRole('img')).toBeVisible();
  await accessible();
  await dialog.getByLabelText('What it shows').fill('A [green] leaf');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(text()).toHaveValue('Rest now.\n\n![A \\[green\\] leaf](leaf.png)\n\n Walk later.');
  await expect.element(text()).toHaveFocus();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(text()).toHaveValue('Rest now. Walk later.');
});

test('a picture that is dropped is asked about, and closing the dialog leaves the text as it was', async () => {
  await begun();
  await text().fill('Rest.');
  await emit('file-hover', 'picture');
  await expect.element(page.getByText('Drop the picture to insert it into the text').last()).toBeVisible();
  await emit('file-dropped', 'picture');
  await expect.element(page.getByRole('dialog', { name: 'Insert a picture' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await expect.element(text()).toHaveValue('Rest.');
});

test('what is no picture is told at the text', async () => {
  await begun({
    handoutsChoosePicture: () => refuse({ code: 'unusable_picture', reason: 'too_large' }),
  });
  await page.getByRole('button', { name: 'Insert a picture' }).click();
  await expect.element(text()).toHaveAccessibleDescription(/This picture is too large/);
  await accessible();
  await text().fill('Rest.');
  await expect.element(text()).not.toHaveAccessibleDescription(/too large/);
});

test('a picture that is not here is named at its line, beside the page and on keeping, and can be brought', async () => {
  const missing = { here: false };
  const { fake } = await begun({
    handoutsReview: ({ markdown }) => ({
      findings:
        missing.here || !markdown.includes('cup.png')
          ? []
          : [{ kind: 'missing_picture', line: 2, quote: 'cup.png' }],
      tail: null,
      words: 2,
    }),
    handoutsPreview: ({ text: { markdown } }) =>
      missing.here || !markdown.includes('cup.png')
        ? tinyPdf(['Rest.'], 'a4', 14)
        : refuse({ code: 'no_picture', names: ['cup.png'] }),
    handoutsKeep: () => refuse({ code: 'no_picture', names: ['cup.png'] }),
    handoutsChoosePicture: ({ name }) => {
      missing.here = true;
      return { name: name ?? 'leaf.png' };
    },
  });
  await text().fill('Drink.\n![A cup](cup.png)');
  const notice = page.getByRole('form', { name: 'New sheet' }).getByRole('alert');
  await expect.element(notice).toHaveTextContent('A picture is not here');
  await expect.element(notice).toHaveTextContent('cup.png');
  await page.getByRole('button', { name: 'Go to line 2' }).click();
  expect(area().value.slice(area().selectionStart, area().selectionEnd)).toBe('![A cup](cup.png)');
  await page.getByRole('button', { name: 'Keep sheet' }).click();
  await expect.element(text()).toHaveAccessibleDescription(/a picture that is not here: cup\.png/);
  await accessible();
  await page.getByRole('button', { name: 'Choose the file' }).click();
  await fake.changed('handouts');
  await expect.element(notice).not.toBeInTheDocument();
  await expect.element(page.getByText('This picture is not here')).not.toBeInTheDocument();
  await expect.element(text()).not.toHaveAccessibleDescription(/is not here/);
  expect(fake.inputs('handoutsChoosePicture')).toEqual([{ name: 'cup.png' }]);
});
