# What went wrong in an attempt, by its stable code; who can fix it, and how.

## Who can do something

code-by-end-user = Osoba, która łączy konto
code-by-owner = Ty, w swoim backendzie lub w integracji
code-by-service = Usługa
code-by-operator = Administrator tego serwera

## The codes

code-fields-refused = Wpisane dane nie pasują do formularza
code-fields-refused-remedy = Przy każdym polu użytkownik widzi, czego się od niego oczekuje. Jeśli wiele osób kończy w tym miejscu, być może trzeba poprawić wskazówki w formularzu.
code-credentials-refused = Usługa nie przyjęła wpisanych danych logowania
code-credentials-refused-remedy = Użytkownik potrzebuje innych danych logowania lub większych uprawnień w usłudze. Krok podaje stan zwrócony przez usługę.
code-check-unclear = Odpowiedź usługi nic nie mówi o danych logowania
code-check-unclear-remedy = Usługa może nie działać albo ma inny adres niż wpisany. Spróbuj później; jeśli nic się nie zmieni, sprawdzenie zapisane w definicji może być nieaktualne.
code-check-impossible = Z definicji i wartości nie wynika żadne wywołanie sprawdzające
code-check-impossible-remedy = Zajrzyj do definicji dostawcy: connect-ui providers check pokazuje, czego brakuje.
code-access-denied = Użytkownik nie zezwolił na dostęp w usłudze
code-access-denied-remedy = To nie jest awaria. Jeśli wiele osób odmawia, poproś o mniej zakresów uprawnień.
code-no-code = Usługa odesłała użytkownika bez kodu
code-no-code-remedy = Porównaj adres zwrotny (callback URL) i zakresy uprawnień z tymi, które są zarejestrowane w usłudze.
code-approval-requested = Instalacja wymaga jeszcze zatwierdzenia w usłudze
code-approval-requested-remedy = Zatwierdza ją tam osoba z odpowiednimi uprawnieniami; połączenie zakończy się wtedy samo.
code-issuer-mismatch = Odpowiedź nie pochodzi z serwera, do którego wysłano zapytanie
code-issuer-mismatch-remedy = Niczego nie wymieniono. Jeśli to się powtarza, sprawdź wystawcę w definicji.
code-token-refused = Usługa odrzuciła żądanie tokenu
code-token-refused-remedy = Krok zawiera błąd podany przez usługę. Często nieprawidłowy jest tajny klucz klienta, adres zwrotny lub czas zegara.
code-unable-to-parse-token-response = Nie można odczytać odpowiedzi usługi
code-unable-to-parse-token-response-remedy = Usługa odpowiedziała inaczej, niż przewiduje jej definicja. Zgłoś to osobie, która utrzymuje definicję.
code-service-unreachable = Usługa nie odpowiedziała
code-service-unreachable-remedy = Spróbuj później. Jeśli usługa nigdy nie odpowiada, sprawdź adres i to, czy ten serwer może go wywoływać (CONNECT_UI_OUTBOUND_ALLOW).
code-provider-config-err = Brakuje klienta lub aplikacji integracji albo usługa ich nie przyjmuje
code-provider-config-err-remedy = Otwórz integrację i wpisz identyfikator klienta oraz tajny klucz, które pokazuje usługa.
code-unknown-config-key = Definicji dostawcy brakuje lub jest niepełna
code-unknown-config-key-remedy = Dodaj definicję ponownie (CONNECT_UI_PROVIDERS) albo usuń integrację.
code-auth-mode-err = Tej integracji nie można połączyć w ten sposób
code-auth-mode-err-remedy = Użyj wywołania lub strony, które odpowiadają sposobowi logowania dostawcy.
code-url-param-err = Brakuje wartości potrzebnej w adresie usługi albo jest ona nieprawidłowa
code-url-param-err-remedy = Użytkownik wpisuje ją w formularzu albo sesja ustawia ją w integrations_config_defaults.
code-foreign-installation = Użytkownik nie ma prawa zobaczyć zwróconej instalacji
code-foreign-installation-remedy = Użytkownik loguje się w usłudze na konto, które wykonało instalację.
code-connection-test-failed = Usługa nie przyjęła danych logowania integracji
code-connection-test-failed-remedy = Porównaj ustawienia integracji z ustawieniami w usłudze.
code-unknown-connect-session-token = Sesja łączenia jest nieznana lub wygasła
code-unknown-connect-session-token-remedy = Twój backend tworzy nową sesję tuż przed jej użyciem.
code-integration-not-allowed = Sesja nie pozwala na tę integrację
code-integration-not-allowed-remedy = Wymień ją w allowed_integrations albo pomiń to ustawienie.
code-exchange-needs-connect-ui = Kodu sesji nie można przekazać przez okno otwarte przez SDK
code-exchange-needs-connect-ui-remedy = Otwórz Connect UI zamiast nango.auth() albo pomiń connect_ui.completion.
code-verification-required = Sesja sprawdza, kto z niej korzysta, a to umożliwia tylko jej hostowany link
code-verification-required-remedy = Wyślij użytkownikowi connect_link sesji.
code-flow-expired = Użytkownik nie wrócił z usługi na czas
code-flow-expired-remedy = Można spróbować ponownie. Jeśli wiele osób nie wraca, sprawdź, co pokazuje im usługa.
code-cancelled = Użytkownik anulował operację
code-cancelled-remedy = Nic nie trzeba robić.
code-session-ended = W międzyczasie zakończono sesję lub usunięto integrację
code-session-ended-remedy = Twój backend tworzy nową sesję.
code-connection-deleted = Połączenie, które miało zostać odnowione, jest usunięte
code-connection-deleted-remedy = Twój backend tworzy sesję dla nowego połączenia.
code-not-stored = Baza danych nie zapisała połączenia
code-not-stored-remedy = Administrator tego serwera sprawdza jego dziennik i /ready.
code-unknown-err = Nie udało się utworzyć połączenia
code-unknown-err-remedy = Administrator tego serwera znajdzie przyczynę w jego dzienniku.
code-not-verified = Kod z e-maila był nieprawidłowy
code-not-verified-remedy = Użytkownik wpisuje najnowszy kod albo prosi o kolejny.
code-popup-blocked = Przeglądarka zablokowała okno usługi
code-popup-blocked-remedy = Użytkownik zezwala na wyskakujące okna na Twojej stronie. Otwórz okno bezpośrednio po kliknięciu, na nic nie czekając.
code-popup-closed = Okno usługi zamknięto przed końcem
code-popup-closed-remedy = Użytkownik może spróbować ponownie.
code-lookup-failed = Nie udało się pobrać wartości potrzebnej do wywołań
code-lookup-failed-remedy = Kolejna próba nastąpi, gdy Twój backend odczyta połączenie. Błędy połączenia wskazują tę wartość.
code-refresh-token-external-error = Nie udało się odnowić danych logowania
code-refresh-token-external-error-remedy = Jeśli to się powtarza, użytkownik łączy konto ponownie: usługa zakończyła dostęp.
code-refresh-interrupted = Wynik odnowienia jest nieznany
code-refresh-interrupted-remedy = Usługa mogła wymienić token. Jeśli następne odnowienie też się nie uda, użytkownik łączy konto ponownie.
