// Admin's pages work without this; it adds comfort.
'use strict';
const $ = selector => document.querySelector(selector);
const $$ = selector => document.querySelectorAll(selector);
