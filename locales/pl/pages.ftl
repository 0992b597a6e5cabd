## Frame around every page

back = Wstecz
close = Zamknij
help = Pomoc
badge = Zabezpieczone przez Nango
reference = Numer referencyjny: { $reference }
reference-hint = Podaj ten numer pomocy technicznej, aby mogła sprawdzić, co się stało.
error-prefix = Błąd:
opens-in-new-tab = otwiera się w nowej karcie
try-again = Spróbuj ponownie
done = Gotowe

leave-title = Wyjść bez łączenia?
leave-text = Wpisane dane zostaną utracone.
leave-stay = Zostań tutaj
leave-go = Wyjdź

time-text = Czas tej strony minie za pięć minut.
time-extend = Zostań 30 minut dłużej
time-extended = Gotowe. Masz jeszcze 30 minut.
time-failed = Nie udało się przedłużyć czasu. Wpisane dane nadal tu są.

## Opened without a session

waiting-title = Połącz konto
waiting-text = Chwileczkę…
bare-title = Ten adres otwiera się z aplikacji
bare-text = Tutaj łączysz swoje konta w innych usługach, gdy poprosi o to aplikacja. Wróć do aplikacji i wybierz w niej połączenie albo otwórz otrzymany link.
unopened-title = Aplikacja nie otworzyła tej strony prawidłowo
unopened-text = Zamknij ją i spróbuj ponownie w aplikacji. Jeśli to nie pomoże, powiadom zespół aplikacji { $app }.
refusal-title = Tej strony nie można tu pokazać
refusal-text = Adresu { $origin } nie ma na liście adresów, które mogą ją pokazywać. Niczego nie otwarto i niczego nie udostępniono.
refusal-admin = Jeśli zarządzasz tą aplikacją, dodaj ten adres w sekcji „Environment settings”, „Connect UI”, „Allowed origins”.

## Picker

picker-title = Co chcesz połączyć?
picker-to = Łączysz usługę z aplikacją { $app } jako { $person }.
picker-to-unnamed = Łączysz usługę z aplikacją { $app } bez podanej nazwy użytkownika.
picker-search = Szukaj
picker-count = { $count ->
    [one] Jedna usługa
    [few] { $count } usługi
    [many] { $count } usług
   *[other] { $count } usługi
}
picker-empty = Brak wyników dla „{ $query }”.
picker-nothing = Żadna usługa nie ma tu takiej nazwy.
picker-all = Pokaż wszystko
no-integrations-title = Nie ma jeszcze nic do połączenia
no-integrations-text = W aplikacji { $app } nie skonfigurowano jeszcze żadnych usług. Może je dodać zespół tej aplikacji.

## Results

done-title = Konto w usłudze { $service } jest połączone
done-text = Aplikacja { $app } może go odtąd używać.
done-close = Możesz zamknąć tę stronę.
done-another = Połącz kolejne konto
failure-title = Nie połączono konta w usłudze { $service }
expired-title = Czas tej strony minął
expired-text = Minął o { $time }. Wróć do aplikacji { $app } i zacznij od nowa.
expired-text-plain = Wróć do aplikacji { $app } i zacznij od nowa.
expired-who = Jeśli korzystasz z otrzymanego linku, poproś jego nadawcę o nowy.
finished-title = To już zrobione
finished-text = Konto w usłudze { $service } jest połączone. Nie trzeba tu już nic robić.
finished-text-plain = Konto jest połączone. Nie trzeba tu już nic robić.
not-found-title = Pod tym adresem nic nie ma
not-found-text = Link może być niepełny. Skopiuj go w całości albo wróć do aplikacji { $app } i zacznij od nowa.
error-title = Po naszej stronie wystąpił problem
error-text = Przyczyna nie leży po Twojej stronie. Spróbuj ponownie za minutę.
error-busy-title = Zbyt wiele żądań w krótkim czasie
error-busy-text = Tę stronę otwierano bardzo często w krótkim czasie. Poczekaj minutę i spróbuj ponownie.
error-maintenance-title = Zaraz wrócimy
error-maintenance-text = Usługa jest w tej chwili niedostępna. Spróbuj ponownie za minutę.
error-ended-title = Ta strona nie jest już używana
error-ended-text = Aplikacja { $app } ją zamknęła. Wróć do aplikacji { $app } i zacznij od nowa.
error-browser-title = Ta strona jest otwarta gdzie indziej
error-browser-text = Należy ona do przeglądarki, w której najpierw otwarto link. Kontynuuj tam albo otwórz link ponownie tutaj.
error-large-title = Treść jest za długa dla tego formularza
error-large-text = Jedno z pól zawiera znacznie więcej, niż potrzeba. Wróć i sprawdź wklejoną treść.
error-unsupported-title = Ten sposób łączenia nie jest jeszcze obsługiwany
error-unsupported-text = Niczego nie połączono. Zespół aplikacji { $app } może wybrać inny sposób połączenia tej usługi.
