## What a pasted value is instead

hint-if-meant = If it is right all the same, enter it once more and send it again.
hint-whole-header = You pasted a whole header. Enter only the key itself, without “Bearer” or anything else before it.
hint-assignment = You pasted a whole line from a settings file. Enter only what stands after the equals sign.
hint-other-service = This looks like a key of { $name }, not of { $service }. Copy the one from { $service }.
hint-wrong-kind = This is another kind of key. { $service } needs the one that begins with { $name }.
hint-publishable-key = This is the public key, which may be shown to anybody and cannot be used here. Copy the secret one, which begins with { $name }.
hint-test-key = This is a test key. With it, only test data can be reached.
hint-key-name = This is the name of the key, not the key itself. Copy its value.
hint-webhook-secret = This secret is for checking webhooks. Copy the API key instead.
hint-password-not-token = This looks like a password. { $service } needs a token that you create there.

## What a service's refusal means

hint-token-unknown = { $service } was reached, but does not know this { $label }. Check that you copied all of it, and that it was not deleted there.
hint-pair-unknown = { $service } was reached, but these details do not belong together. Check that the key is from the same account, and that you copied all of it.
hint-address-unknown = { $service } has no account at this address. Check this part of the address.
hint-token-expired = This { $label } has expired. Create a new one at { $service }.
hint-token-revoked = This { $label } was withdrawn or switched off at { $service }. Create a new one there.
hint-scope-missing = { $service } knows this { $label }, but it may not do enough. Give it the permissions that the guide names, or create one that has them.
hint-wrong-region = { $service } does not know this { $label } in the region you chose. Choose the region of your account.
hint-token-access-off = Signing in this way is switched off in your { $service } account. Someone who administers it can switch it on.
hint-account-inactive = { $service } says that this account is not active, or that its plan has no API access. Sign in there to see why.
hint-address-not-listed = { $service } lets calls in only from addresses that are listed in the account. Someone who administers it can extend the list.
hint-single-sign-on = Your organization asks for single sign-on. Open this { $label } at { $service } and authorize it for the organization.
hint-locked-out = { $service } refuses this sign-in after too many attempts. Sign in once on its own pages, then try again here.
