link-expired-title = このリンクは期限が切れました
link-expired-text = 有効期間が終わりました。送った人に新しいリンクを依頼してください。
link-revoked-title = このリンクは取り消されました
link-revoked-text = 送った人がリンクを取り消しました。アカウントを連携する場合は、新しいリンクを依頼してください。
link-used-title = このリンクは使用済みです
link-used-text = 1つのアカウントを連携するためのリンクで、連携は完了しています。お心当たりがない場合は、リンクを送った人にお知らせください。
