resume-title = Dokończ rozpoczęte łączenie
resume-text = Pola zawierają już dane wpisane wcześniej. Klucze i hasła nigdy nie są przechowywane: wpisz je ponownie.
resume-start-over = Zacznij od nowa
resume-service = Kontynuuj z usługą { $service }
