reconnect-who = Łączysz ponownie usługę { $service } z aplikacją { $app } jako { $person }.
reconnect-who-unnamed = Łączysz ponownie usługę { $service } z aplikacją { $app } bez podanej nazwy użytkownika.
reconnect-trouble = Dlaczego o to prosimy
reconnect-refused-since = Od dnia { $date } aplikacja { $app } nie może odnowić dostępu do Twojego konta w usłudze { $service }. Dzieje się tak po zmianie hasła lub wycofaniu dostępu w tej usłudze.
reconnect-refused = Aplikacja { $app } nie może odnowić dostępu do Twojego konta w usłudze { $service }. Dzieje się tak po zmianie hasła lub wycofaniu dostępu w tej usłudze.
reconnect-interrupted-since = W dniu { $date } przerwano odnawianie dostępu do Twojego konta w usłudze { $service } i dostęp mógł zostać utracony.
reconnect-interrupted = Przerwano odnawianie dostępu do Twojego konta w usłudze { $service } i dostęp mógł zostać utracony.
reconnect-look-up = Aplikacja { $app } nie może odczytać wszystkich potrzebnych danych z Twojego konta w usłudze { $service }.
reconnect-remedy = Ponowne połączenie rozwiąże ten problem. W aplikacji { $app } nic innego się nie zmieni.
reconnect-button = Połącz ponownie
reconnect-no-input = Nie trzeba nic wypełniać. Wybierz „Połącz ponownie”, a my zajmiemy się resztą.
reconnect-done-title = Konto w usłudze { $service } jest znów połączone
reconnect-done-text = Aplikacja { $app } może go znów używać.
reconnect-gone-title = To połączenie już nie istnieje
reconnect-gone-text = Aplikacja { $app } usunęła połączenie, które miało zostać odnowione. Wróć do aplikacji { $app } i połącz w niej swoje konto. Jeśli korzystasz z otrzymanego linku, poproś jego nadawcę o nowy.
reconnect-date = { $day } { $month ->
    [m1] stycznia
    [m2] lutego
    [m3] marca
    [m4] kwietnia
    [m5] maja
    [m6] czerwca
    [m7] lipca
    [m8] sierpnia
    [m9] września
    [m10] października
    [m11] listopada
   *[m12] grudnia
} { $year }
