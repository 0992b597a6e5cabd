# Around the service's own pages: leaving, waiting, coming back.

leaving-title = Przechodzenie do usługi { $service }
leaving-text = Jeśli nic się nie dzieje, użyj przycisku.
ready-title = Kontynuuj w usłudze { $service }
ready-text = Usługa { $service } otwiera się w osobnym oknie. Ta strona czeka na Ciebie.
away-title = Czekamy na usługę { $service }
away-text = Dokończ w oknie, które się otworzyło. Ta strona sama to zauważy.
away-text-here = Operacja w usłudze { $service } nie została jeszcze zakończona.
away-again = Otwórz ponownie usługę { $service }
away-cancel = Anuluj
exchange-title = Łączenie usługi { $service }
exchange-text = Chwileczkę: pobieramy ostatnią informację z usługi { $service }.
result-close = Możesz zamknąć to okno i wrócić do aplikacji { $app }.
result-close-window = Zamknij to okno
interstitial-title = Połączyć usługę { $service }?
interstitial-text = Nie widzimy, skąd pochodzi link, który tu prowadzi. Kontynuuj tylko wtedy, gdy prośba o połączenie w aplikacji { $app } pochodzi od Ciebie.
resubmit-title = Kończenie
resubmit-text = Chwileczkę.
resubmit-continue = Kontynuuj

flow-denied = W usłudze { $service } nie zezwolono na dostęp. Jeśli to pomyłka, spróbuj ponownie i zezwól tam na dostęp.
flow-approval = Osoba, która zarządza usługą { $service }, musi to jeszcze zatwierdzić. Poproś ją o to, a potem połącz konto ponownie.
flow-no-answer = Usługa { $service } nie odpowiedziała na czas. Spróbuj ponownie za kilka minut.
flow-refused = Usługa { $service } nie przyjęła logowania. Spróbuj ponownie; jeśli to się powtórzy, podaj numer referencyjny zespołowi aplikacji { $app }.
flow-owner = Połączenie z usługą { $service } jest nieprawidłowo skonfigurowane. Może to naprawić tylko zespół aplikacji { $app }: podaj mu numer referencyjny.
flow-definition-changed = Droga do usługi { $service } zmieniła się w trakcie łączenia. Nic nie zostało połączone. Spróbuj ponownie.
flow-values = Z tymi danymi nie można połączyć się z usługą { $service }. Sprawdź wpisane dane i spróbuj ponownie.
flow-foreign-installation = Ta instalacja w usłudze { $service } należy do kogoś innego, więc nie została połączona. Zaloguj się w usłudze { $service } na konto, które ma do niej dostęp, i spróbuj ponownie.
flow-other-server = Odpowiedź nie pochodzi z właściwego serwera, więc jej nie użyliśmy. Spróbuj ponownie.
flow-too-late = Operacja w usłudze { $service } trwała zbyt długo. Spróbuj ponownie; masz pół godziny.
flow-cancelled = Operację anulowano. Niczego nie połączono.
flow-not-stored = Usługa { $service } wyraziła zgodę, ale nie udało się zapisać połączenia. Spróbuj ponownie za minutę.
flow-unknown = Nie udało się połączyć usługi { $service }. Spróbuj ponownie za minutę.

flow-closed-browser-title = Dokończ tam, gdzie łączenie się zaczęło
flow-closed-browser-text = To łączenie rozpoczęto w innej przeglądarce lub w innym oknie. Wróć tam; dla Twojego bezpieczeństwa nie można go dokończyć tutaj.
flow-closed-used-title = Ta operacja jest już zakończona
flow-closed-used-text = Adresu powrotnego z usługi można użyć tylko raz. Możesz zamknąć to okno i wrócić do aplikacji { $app }.
flow-closed-expired-title = Trwało to zbyt długo
flow-closed-expired-text = Czas na to połączenie minął. Zamknij to okno, wróć do aplikacji { $app } i zacznij od nowa.
flow-closed-unknown-title = Nie znamy tego połączenia
flow-closed-unknown-text = Adres, który tu prowadzi, jest niepełny albo nie pochodzi od nas. Wróć do aplikacji { $app } i zacznij od nowa.
flow-start-used-title = Tego przycisku już użyto
flow-start-used-text = Wróć do aplikacji { $app }: otwarta tam strona pokazuje, co się dzieje z połączeniem.
