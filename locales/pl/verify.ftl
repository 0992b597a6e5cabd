## Who opened a link

verify-title = Czy to Ty?
verify-unsent = Zanim połączysz cokolwiek z aplikacją { $app }, wyślemy kod na adres { $address }.
verify-sent = Kod wysłaliśmy na adres { $address }. Może dotrzeć dopiero po minucie.
verify-code = Kod z e-maila
verify-hint = Sześć cyfr, ważny przez dziesięć minut.
verify-check = Kontynuuj
verify-checking = Sprawdzanie…
verify-send = Wyślij kod
verify-again = Wyślij nowy kod
verify-wrong = To nie jest kod z najnowszego e-maila. Sprawdź go i spróbuj ponownie.
verify-no-code = Wpisz sześć cyfr z e-maila.
verify-over = Ten kod nie jest już ważny. Wyślij nowy.
verify-not-sent = Nie udało się wysłać e-maila. Spróbuj ponownie za minutę. Jeśli to nie pomoże, powiadom zespół aplikacji { $app }.
verify-no-more = Dla tego linku nie wysyłamy więcej kodów. Poproś zespół aplikacji { $app } o nowy link.
verify-first-title = Najpierw musimy się upewnić, że to Ty
verify-first-text = Niczego nie połączono. Otwórz w osobnym oknie link otrzymany z aplikacji { $app } i przejdź wszystkie kroki od początku.
verify-answer-title = To potwierdzenie nie jest tu ważne
verify-answer-text = Działa jeden raz, przez dziesięć minut, w przeglądarce, w której otwarto link. Otwórz ponownie link z aplikacji { $app }.
done-finish = Teraz kontynuuje aplikacja { $app }.
done-return = Wróć do aplikacji { $app }
mail-code-subject = { $code } to Twój kod do aplikacji { $app }
mail-code-text =
    Dzień dobry,

    ktoś otworzył link z aplikacji { $app }, aby połączyć konto w Twoim imieniu. Jeśli to Ty, wpisz tam ten kod:

    { $code }

    Kod jest ważny przez dziesięć minut. Nie przekazuj go nikomu i nikomu go nie odczytuj. Jeśli to nie Ty, nic nie musisz robić: bez kodu nic nie zostanie połączone.

    Ten e-mail został wysłany w imieniu aplikacji { $app } przez { $host }.
