## リンクを開いた人の確認

verify-title = ご本人の確認
verify-unsent = { $app }に連携する前に、{ $address }へ確認コードを送ります。
verify-sent = { $address }へ確認コードを送りました。届くまでに1分ほどかかることがあります。
verify-code = メールに記載の確認コード
verify-hint = 6桁の数字です。10分間有効です。
verify-check = 続ける
verify-checking = 確認しています…
verify-send = コードを送る
verify-again = 新しいコードを送る
verify-wrong = 最新のメールのコードと一致しません。確認して、もう一度お試しください。
verify-no-code = メールに記載の6桁の数字を入力してください。
verify-over = このコードは使えなくなりました。「新しいコードを送る」を押してください。
verify-not-sent = メールを送れませんでした。1分ほど待って、もう一度お試しください。それでも送れない場合は、{ $app }の運営者にお知らせください。
verify-no-more = このリンクでは、これ以上コードを送れません。{ $app }に新しいリンクを依頼してください。
verify-first-title = 先にご本人の確認が必要です
verify-first-text = 何も連携されていません。{ $app }から届いたリンクを別のウィンドウで開き、最初から進めてください。
verify-answer-title = この確認はここでは使えません
verify-answer-text = 確認は、リンクを開いたブラウザーで、10分以内に一度だけ使えます。{ $app }から届いたリンクをもう一度開いてください。
done-finish = ここからは{ $app }に引き継ぎます。
done-return = { $app }に戻る
mail-code-subject = { $code }：{ $app }の確認コード
mail-code-text =
    { $app }をご利用の方へ

    アカウントを連携するために、{ $app }から届いたリンクが開かれました。ご本人が開いた場合は、次のコードをその画面に入力してください。

    { $code }

    コードは10分間有効です。だれにも転送したり、読み上げたりしないでください。リンクを開いた覚えがない場合は、何もする必要はありません。コードがなければ、何も連携されません。

    このメールは、{ $app }に代わって{ $host }から送信されました。
