// A hosted link that asks who opened it: by a code in a mail, and by the application's word.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { field, heading, send } from '../support/connect.js';
import { stage } from '../support/stage.js';

const { onPage } = stage();

const linkOf = async (server, ui, locale = {}) => {
  const answer = await server.api('POST', '/connect/sessions', {
    tags: { end_user_id: 'u-1', end_user_email: 'alice@acme.example' },
    allowed_integrations: ['postbox'],
    connect_ui: { app_name: 'Acme', ...ui },
    ...locale,
  });
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body.data.connect_link;
};

for (const javaScriptEnabled of [true, false]) {
  const scripts = javaScriptEnabled ? 'with scripts' : 'without scripts';
  test(`the code from the mail opens the form, ${scripts}`, onPage({ javaScriptEnabled }, async ({ page, server, mail }) => {
    const before = mail.letters.length;
    await page.goto(await linkOf(server, { verify: 'email_code' }));
    await heading(page).filter({ hasText: 'Is it you?' }).waitFor();
    assert.equal(mail.letters.length, before, 'opening a link sends nothing');
    await page.getByRole('button', { name: 'Send the code' }).click();
    await page.getByText('We have sent a code to a•••@acme.example').waitFor();
    await field(page, 'Code from the e-mail').fill('nothing');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('Enter the six digits from the e-mail.').waitFor();
    await field(page, 'Code from the e-mail').fill(mail.code());
    await page.getByRole('button', { name: 'Continue' }).click();
    await field(page, 'API key').fill('demo-1');
    await send(page);
    await heading(page).filter({ hasText: 'Postbox is connected' }).waitFor();
    assert.ok(!server.output().includes(mail.code()), 'the log does not know the code');
  }));

  test(`the application says who is there, and gets the code of the connection, ${scripts}`, onPage({ javaScriptEnabled }, async ({ page, server, host }) => {
    const ui = { verify: 'app', verify_url: `${host.url}blank`, completion: 'exchange' };
    await page.goto(await linkOf(server, ui));
    await page.waitForURL(`${host.url}blank?challenge=*`);
    const challenge = new URL(page.url()).searchParams.get('challenge');
    const answer = await server.api('POST', '/connect/verify', { challenge, end_user_id: 'u-1' });
    await page.goto(answer.body.data.return_url);
    await field(page, 'API key').fill('demo-1');
    await send(page);
    await page.waitForURL(`${host.url}blank?exchangeCode=*`);
    const home = new URL(page.url()).searchParams;
    const exchanged = await server.api('POST', '/connect/exchange', { code: home.get('exchangeCode') });
    assert.equal(exchanged.body.data.connection_id, home.get('connectionId'));
  }));
}

test('page and mail speak the language of who reads them', onPage({ locale: 'de-DE' }, async ({ page, server, mail }) => {
  await page.goto(await linkOf(server, { verify: 'email_code' }));
  await heading(page).filter({ hasText: 'Sind Sie es?' }).waitFor();
  await page.getByRole('button', { name: 'Code senden' }).click();
  await page.getByText('Wir haben einen Code an a•••@acme.example gesendet').waitFor();
  assert.match(mail.letters.at(-1), /Guten Tag/);
}));
