link-expired-title = Dieser Link ist abgelaufen
link-expired-text = Er galt eine begrenzte Zeit, und die ist vorbei. Bitten Sie um einen neuen Link, wo Sie ihn bekommen haben.
link-revoked-title = Dieser Link wurde zurückgezogen
link-revoked-text = Wer ihn geschickt hat, hat ihn zurückgezogen. Bitten Sie dort um einen neuen, wenn Sie Ihr Konto noch verbinden möchten.
link-used-title = Dieser Link hat seinen Zweck erfüllt
link-used-text = Er galt für ein Konto, und das ist verbunden. Waren Sie das nicht, sagen Sie es dem, der den Link geschickt hat.
