## The user's own page

manage-title = Twoje połączone konta
manage-to = Konta, których aplikacja { $app } może używać jako { $person }.
manage-to-unnamed = Konta, których może używać aplikacja { $app }.
manage-empty = Z aplikacją { $app } nie połączono jeszcze żadnego konta.
manage-attention-count = { $count ->
    [one] Jedno konto wymaga uwagi.
    [few] { $count } konta wymagają uwagi.
    [many] { $count } kont wymaga uwagi.
   *[other] { $count } konta wymaga uwagi.
}
manage-works = Działa
manage-unchecked = Jeszcze nie sprawdzono
manage-awaited = Czeka na usługę { $service }
manage-attention = Wymaga uwagi
manage-since = Data połączenia: { $since }. Jeszcze nie używano.
manage-since-used = Data połączenia: { $since }. Ostatnie użycie: { $used }.
manage-granted = Przyznany dostęp
manage-reconnect = Połącz ponownie
manage-reconnect-name = Połącz ponownie: { $name }
manage-rename = Zmień nazwę
manage-rename-name = Zmień nazwę: { $name }
manage-disconnect = Odłącz
manage-disconnect-name = Odłącz: { $name }
manage-connect-first = Połącz konto
manage-back = Wróć do swoich kont

manage-rename-title = Nazwij swoje konto w usłudze { $service }
manage-name = Nazwa
manage-name-hint = Nazwa, którą łatwo rozpoznać, na przykład „Zespół wsparcia”. Zostaw puste pole, aby użyć nazwy usługi.
manage-name-long = Maksymalna liczba znaków w nazwie: { $max }. Skróć nazwę.
manage-save = Zapisz
manage-saving = Zapisywanie…

manage-disconnect-title = Odłączyć konto w usłudze { $service }?
manage-disconnect-text = Aplikacja { $app } nie będzie już mogła używać tego konta, a dane zapisane do logowania zostaną usunięte.
manage-disconnect-service = Poprosimy też usługę { $service } o zakończenie dostępu, jeśli jest to tam możliwe. Samo Twoje konto w usłudze { $service } pozostanie bez zmian.
manage-disconnecting = Wysyłanie prośby do usługi { $service }…
manage-keep = Pozostaw połączone
manage-receipt-title = Konto w usłudze { $service } jest odłączone
manage-receipt-here = Aplikacja { $app } nie może już używać tego konta. Dane zapisane do logowania zostały usunięte.
manage-receipt-revoked = Usługa { $service } potwierdziła zakończenie dostępu.
manage-receipt-partly = Usługa { $service } zakończyła część dostępu. Reszta wygaśnie sama, gdy minie jej czas. Dla pewności możesz samodzielnie zakończyć dostęp w tej usłudze.
manage-receipt-not-offered = Usługa { $service } nie daje nam możliwości zakończenia dostępu. Jeśli do połączenia użyto klucza lub hasła, usuń je lub zmień w tej usłudze.
manage-receipt-failed = Poprosiliśmy usługę { $service } o zakończenie dostępu, ale nie otrzymaliśmy potwierdzenia. Możesz samodzielnie zakończyć dostęp w tej usłudze.
manage-receipt-link = Przejdź do usługi { $service }
