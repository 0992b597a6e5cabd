# What went wrong in an attempt, by its stable code; who can fix it, and how.

## Who can do something

code-by-end-user = The person who connects
code-by-owner = You, in your backend or the integration
code-by-service = The service
code-by-operator = Whoever runs this server

## The codes

code-fields-refused = What was typed did not fit the form
code-fields-refused-remedy = The person sees at each field what is expected. If many stop here, the form's hints may need work.
code-credentials-refused = The service did not accept what was typed
code-credentials-refused-remedy = The person needs other credentials, or more rights at the service. The step names the status that the service answered.
code-check-unclear = The service's answer says nothing about the credentials
code-check-unclear-remedy = It may be down, or its address is not the one the person typed. Try again later; if it stays so, the definition's check may be out of date.
code-check-impossible = The definition and the values give no call to check with
code-check-impossible-remedy = Look at the provider's definition: connect-ui providers check names what is missing.
code-access-denied = The person did not allow the access at the service
code-access-denied-remedy = Nothing is broken. If many say no, ask for fewer scopes.
code-no-code = The service sent the person back without a code
code-no-code-remedy = Compare the callback URL and the scopes with what is registered at the service.
code-approval-requested = The installation still has to be approved at the service
code-approval-requested-remedy = Somebody with the right to do so approves it there; the connection completes by itself.
code-issuer-mismatch = The answer did not come from the server that was asked
code-issuer-mismatch-remedy = Nothing was exchanged. If it repeats, look at the issuer in the definition.
code-token-refused = The service refused the token request
code-token-refused-remedy = The step has the service's own error. Often the client secret, the callback URL or the clock is wrong.
code-unable-to-parse-token-response = The service's answer cannot be read
code-unable-to-parse-token-response-remedy = The service answered something else than its definition says. Report it to whoever keeps the definition.
code-service-unreachable = The service did not answer
code-service-unreachable-remedy = Try again later. If it never answers, check the address and whether this server may call it (CONNECT_UI_OUTBOUND_ALLOW).
code-provider-config-err = The integration's client or app is missing or not accepted
code-provider-config-err-remedy = Open the integration and enter the client id and secret that the service shows.
code-unknown-config-key = The provider's definition is missing or incomplete
code-unknown-config-key-remedy = Add the definition again (CONNECT_UI_PROVIDERS), or delete the integration.
code-auth-mode-err = This integration cannot be connected this way
code-auth-mode-err-remedy = Use the call or page that fits the provider's way to sign in.
code-url-param-err = A value that the service's address needs is missing or wrong
code-url-param-err-remedy = The person enters it in the form, or the session presets it in integrations_config_defaults.
code-foreign-installation = The person may not see the installation that came back
code-foreign-installation-remedy = They sign in at the service with the account that installed it.
code-connection-test-failed = The service did not accept the integration's credentials
code-connection-test-failed-remedy = Compare the integration's settings with those at the service.
code-unknown-connect-session-token = The connect session is unknown or its time is over
code-unknown-connect-session-token-remedy = Your backend makes a new session, shortly before it is used.
code-integration-not-allowed = The session does not allow this integration
code-integration-not-allowed-remedy = Name it in allowed_integrations, or leave that out.
code-exchange-needs-connect-ui = The session's code has no way through a popup of the SDK
code-exchange-needs-connect-ui-remedy = Open the Connect UI instead of nango.auth(), or leave out connect_ui.completion.
code-verification-required = The session asks who is there, which only its hosted link can
code-verification-required-remedy = Send the person its connect_link.
code-flow-expired = The person did not come back from the service in time
code-flow-expired-remedy = They can try again. If many do not come back, look at what the service shows them.
code-cancelled = The person cancelled
code-cancelled-remedy = Nothing to do.
code-session-ended = The session was ended, or the integration deleted, meanwhile
code-session-ended-remedy = Your backend makes a new session.
code-connection-deleted = The connection that was to be made anew is deleted
code-connection-deleted-remedy = Your backend makes a session for a new connection.
code-not-stored = The database did not take the connection
code-not-stored-remedy = Whoever runs this server looks at its log and at /ready.
code-unknown-err = The connection could not be made
code-unknown-err-remedy = Whoever runs this server finds the reason in its log.
code-not-verified = The code from the e-mail was wrong
code-not-verified-remedy = The person types the newest code, or asks for another.
code-popup-blocked = The browser blocked the window of the service
code-popup-blocked-remedy = The person allows popups for your page. Open the window directly on the click, without waiting for anything.
code-popup-closed = The window of the service was closed before the end
code-popup-closed-remedy = The person can try again.
code-lookup-failed = A value that calls need could not be looked up
code-lookup-failed-remedy = It is tried again when your backend reads the connection. The connection's errors say which.
code-refresh-token-external-error = The credentials could not be renewed
code-refresh-token-external-error-remedy = If it goes on, the person connects again: the service has ended the access.
code-refresh-interrupted = The outcome of a renewal is unknown
code-refresh-interrupted-remedy = The service may have replaced the token. If the next renewal fails, too, the person connects again.
