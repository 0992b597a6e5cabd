## すべてのページの枠

back = 戻る
close = 閉じる
help = ヘルプ
badge = Nangoで保護されています
reference = 問い合わせ番号：{ $reference }
reference-hint = サポートにこの番号を伝えると、何が起きたかを調べられます。
error-prefix = エラー：
opens-in-new-tab = 新しいタブで開きます
try-again = もう一度試す
done = 完了

leave-title = 連携せずに閉じますか？
leave-text = 入力した内容は失われます。
leave-stay = 続ける
leave-go = 閉じる

time-text = このページはあと5分で期限が切れます。
time-extend = 30分延長する
time-extended = 30分延長しました。
time-failed = 時間を延長できませんでした。入力した内容はここに残っています。

## セッションなしで開かれたとき

waiting-title = アカウントの連携
waiting-text = 少しお待ちください…
bare-title = このアドレスはアプリから開きます
bare-text = アプリの案内に沿って、ほかのサービスのアカウントを連携するページです。アプリに戻って連携を選ぶか、受け取ったリンクを開いてください。
unopened-title = アプリがこのページを正しく開けませんでした
unopened-text = ページを閉じて、アプリでもう一度お試しください。それでも開けない場合は、{ $app }の運営者にお知らせください。
refusal-title = ここにはこのページを表示できません
refusal-text = { $origin }は、表示を許可されたアドレスの一覧にありません。何も開かれず、何も共有されていません。
refusal-admin = このアプリの運営者の方へ：「Environment settings」→「Connect UI」→「Allowed origins」に、このアドレスを追加してください。

## サービスの選択

picker-title = 何を連携しますか？
picker-to = { $person }として、{ $app }に連携します。
picker-to-unnamed = { $app }に連携します。ユーザー名は指定されていません。
picker-search = 検索
picker-count = { $count }件のサービス
picker-empty = 「{ $query }」という名前のサービスはありません。
picker-nothing = その名前のサービスはありません。
picker-all = すべて表示
no-integrations-title = 連携できるサービスはまだありません
no-integrations-text = { $app }にはサービスがまだ設定されていません。{ $app }の運営者が追加できます。

## 結果

done-title = { $service }を連携しました
done-text = { $app }で使えるようになりました。
done-close = このページは閉じてかまいません。
done-another = 別のアカウントを連携する
failure-title = { $service }を連携できませんでした
expired-title = このページの期限が切れました
expired-text = { $time }に期限が切れました。{ $app }に戻って最初からやり直してください。
expired-text-plain = { $app }に戻って最初からやり直してください。
expired-who = リンクから開いた場合は、送った人に新しいリンクを依頼してください。
finished-title = この操作は完了しています
finished-text = { $service }は連携済みです。ここで行う操作はありません。
finished-text-plain = アカウントは連携済みです。ここで行う操作はありません。
not-found-title = このアドレスにはページがありません
not-found-text = リンクが途中で切れているかもしれません。全体をコピーするか、{ $app }に戻って最初からやり直してください。
error-title = こちら側で問題が発生しました
error-text = お客様の操作が原因ではありません。1分ほど待って、もう一度お試しください。
error-busy-title = 少し時間をおいてください
error-busy-text = 短い間に、このページが何度も読み込まれました。1分ほど待ってから、もう一度お試しください。
error-maintenance-title = まもなく再開します
error-maintenance-text = 現在、サービスを利用できません。1分ほど待って、もう一度お試しください。
error-ended-title = このページは使われなくなりました
error-ended-text = { $app }がこのページを閉じました。{ $app }に戻って最初からやり直してください。
error-browser-title = このページは別の場所で開かれています
error-browser-text = このページは、最初にリンクを開いたブラウザーでだけ使えます。そちらで続けるか、ここでリンクをもう一度開いてください。
error-large-title = 入力内容が大きすぎます
error-large-text = 必要な量を大きく超えた項目があります。戻って、貼り付けた内容を確認してください。
error-unsupported-title = この連携方法にはまだ対応していません
error-unsupported-text = 何も連携されていません。{ $app }の運営者が、このサービスの別の連携方法を選べます。
