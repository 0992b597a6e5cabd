summary-title = { $count ->
    [one] Jedna rzecz wymaga uwagi
    [few] { $count } rzeczy wymagają uwagi
    [many] { $count } rzeczy wymaga uwagi
   *[other] { $count } rzeczy wymaga uwagi
}
summary-title-check = Jeszcze nie połączono

## A field's value

problem-missing = Wpisz „{ $label }”
problem-missing-choice = Wybierz „{ $label }”
problem-not-an-option = Wybierz jedną z opcji w polu „{ $label }”
problem-pattern = To nie wygląda na „{ $label }”. Porównaj wpis z tym, co pokazuje usługa { $service }
problem-pattern-example = To nie wygląda na „{ $label }”. Powinno wyglądać na przykład tak: { $example }
problem-hostname = Wpisz tylko nazwę hosta, na przykład { $example }, bez https:// i bez ścieżki
problem-uri = Wpisz cały adres, zaczynając od https://
problem-uuid = Wpisz identyfikator ze wszystkimi 36 znakami, na przykład { $example }
problem-email = Wpisz adres e-mail, na przykład imie@example.com
problem-host-label = Wpisz tylko pierwszą część swojego adresu, na przykład { $example } z { $address }
problem-host-label-plain = Wpisz tylko tę część swojego adresu, która jest tu potrzebna: litery, cyfry i łączniki
problem-authority = Wpisz tylko nazwę hosta, w razie potrzeby z portem, na przykład { $example }
problem-too-long = Ten tekst jest za długi. Maksymalna liczba znaków: { $max }

## What was repaired in a pasted value

repairs-title = { $count ->
    [one] Poprawiliśmy wpisane dane
    [few] Poprawiliśmy wpisane dane w { $count } miejscach
    [many] Poprawiliśmy wpisane dane w { $count } miejscach
   *[other] Poprawiliśmy wpisane dane w { $count } miejsca
}
repair-url-to-subdomain = { $label }: z całego adresu wzięto „{ $value }”.
repair-trimmed-blanks = { $label }: usunięto spacje na początku lub na końcu.
repair-zero-width = { $label }: usunięto niewidoczne znaki.
repair-bearer-prefix = { $label }: usunięto „Bearer”, dodajemy to automatycznie.
repair-pem-line-breaks = { $label }: przywrócono podziały wierszy.

## What the service said

check-refused = Usługa { $service } nie przyjęła tych danych. Sprawdź, czy są skopiowane w całości i czy konto może używać API.
check-refused-field = Usługa { $service } nie przyjęła tych danych: { $label }. Sprawdź, czy są skopiowane w całości i czy są nadal aktywne.
check-denied = Usługa { $service } odmówiła dostępu (403). Sprawdź wpisane dane i to, czy pozwalają one używać API.
check-status = Usługa { $service } odpowiedziała nieoczekiwanie (stan { $status }). Sprawdź wpisane dane albo spróbuj ponownie za minutę.
check-no-token = Usługa { $service } odpowiedziała, ale nie dała dostępu z tymi danymi. Sprawdź wpisane dane.
check-unusable = Nie możemy odczytać odpowiedzi usługi { $service }. Sprawdź wpisane dane albo powiadom administratorów tej strony.
check-unreachable = Nie udało się połączyć z adresem { $host }. Sprawdź adres albo spróbuj ponownie za minutę.
check-timed-out = Serwer { $host } zbyt długo nie odpowiadał. Spróbuj ponownie za minutę.
check-forbidden-address = { $host } to adres prywatny, z którym się nie łączymy. Wpisz publiczny adres swojego konta w usłudze { $service }.
check-tls = Nie udało się nawiązać bezpiecznego połączenia z serwerem { $host }, ponieważ jego certyfikat jest nieprawidłowy. Sprawdź adres albo powiadom administratorów tego serwera.
check-no-address = Przy tych danych usługa { $service } nie ma adresu, który moglibyśmy sprawdzić. Sprawdź wpisane dane albo powiadom administratorów tej strony.
check-not-set-up = Usługa { $service } nie jest tu w pełni skonfigurowana, więc nie można jej jeszcze połączyć. Powiadom administratorów tej strony; samodzielnie nie da się tego zmienić.
check-not-stored = Nie udało się zapisać tych danych, więc niczego nie połączono. Spróbuj ponownie za minutę.
