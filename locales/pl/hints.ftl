## What a pasted value is instead

hint-if-meant = Jeśli mimo to wartość jest prawidłowa, wpisz ją jeszcze raz i wyślij ponownie.
hint-whole-header = To jest cały nagłówek. Wpisz tylko sam klucz, bez „Bearer” ani niczego innego przed nim.
hint-assignment = To jest cały wiersz z pliku konfiguracyjnego. Wpisz tylko to, co stoi po znaku równości.
hint-other-service = To wygląda na klucz usługi { $name }, a nie { $service }. Skopiuj klucz z usługi { $service }.
hint-wrong-kind = To jest inny rodzaj klucza. Usługa { $service } wymaga klucza, który zaczyna się od { $name }.
hint-publishable-key = To jest klucz publiczny, który każdy może zobaczyć; nie można go tu użyć. Skopiuj klucz tajny, który zaczyna się od { $name }.
hint-test-key = To jest klucz testowy. Daje on dostęp tylko do danych testowych.
hint-key-name = To jest nazwa klucza, a nie sam klucz. Skopiuj jego wartość.
hint-webhook-secret = Ten tajny klucz służy do sprawdzania webhooków. Skopiuj zamiast niego klucz API.
hint-password-not-token = To wygląda na hasło. Usługa { $service } wymaga tokenu, który można w niej utworzyć.

## What a service's refusal means

hint-token-unknown = Usługa { $service } odpowiedziała, ale nie rozpoznaje tych danych: { $label }. Sprawdź, czy są skopiowane w całości i czy nie zostały tam usunięte.
hint-pair-unknown = Usługa { $service } odpowiedziała, ale te dane do siebie nie pasują. Sprawdź, czy klucz pochodzi z tego samego konta i czy jest skopiowany w całości.
hint-address-unknown = Usługa { $service } nie ma konta pod tym adresem. Sprawdź tę część adresu.
hint-token-expired = Te dane wygasły: { $label }. Utwórz nowe w usłudze { $service }.
hint-token-revoked = Te dane zostały wycofane lub wyłączone w usłudze { $service }: { $label }. Utwórz tam nowe.
hint-scope-missing = Usługa { $service } rozpoznaje te dane ({ $label }), ale nie mają one wystarczających uprawnień. Nadaj im uprawnienia podane w instrukcji albo utwórz nowe dane z tymi uprawnieniami.
hint-wrong-region = Usługa { $service } nie rozpoznaje tych danych ({ $label }) w wybranym regionie. Wybierz region swojego konta.
hint-token-access-off = Ten sposób logowania jest wyłączony na Twoim koncie w usłudze { $service }. Może go włączyć osoba, która administruje kontem.
hint-account-inactive = Usługa { $service } informuje, że to konto nie jest aktywne albo że jego plan nie obejmuje dostępu do API. Zaloguj się tam, aby poznać przyczynę.
hint-address-not-listed = Usługa { $service } przyjmuje wywołania tylko z adresów podanych na koncie. Osoba, która administruje kontem, może rozszerzyć listę.
hint-single-sign-on = Twoja organizacja wymaga logowania jednokrotnego (SSO). Znajdź te dane ({ $label }) w usłudze { $service } i autoryzuj je dla organizacji.
hint-locked-out = Usługa { $service } odmawia tego logowania po zbyt wielu próbach. Zaloguj się raz na stronach tej usługi, a potem spróbuj ponownie tutaj.
