@echo off
chcp 65001 >nul
rem What `make run` does, on Windows: make .venv, install, check, build, serve.
setlocal
cd /d "%~dp0"
set "PYTHONUTF8=1"

set "PY="
for %%V in (3.13 3.12 3.11) do if not defined PY py -%%V -c "" >nul 2>nul && set "PY=py -%%V"
if not defined PY python -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul && set "PY=python"
if not defined PY goto nopython

if not exist ".venv\Scripts\python.exe" %PY% -m venv .venv || goto failed
fc /b requirements\run.txt .venv\run.txt >nul 2>nul || call :install || goto failed

.venv\Scripts\lachan.exe check || goto failed
.venv\Scripts\lachan.exe build || goto failed
.venv\Scripts\lachan.exe serve %*
pause
exit /b 0

:install
echo Đang cài đặt, lần đầu mất vài phút...
.venv\Scripts\python.exe -m pip install --quiet --no-deps --require-hashes -r requirements\run.txt || exit /b 1
.venv\Scripts\python.exe -m pip install --quiet --no-deps --no-build-isolation -e . || exit /b 1
copy /y requirements\run.txt .venv\run.txt >nul
exit /b 0

:nopython
echo Máy chưa có Python 3.11 trở lên.
echo Hãy tải "Windows installer (64-bit)" ở https://www.python.org/downloads/windows/,
echo lúc cài đánh dấu ô "Add python.exe to PATH", rồi bấm đúp chay.bat lần nữa.
pause
exit /b 1

:failed
echo Chưa chạy được; xem dòng báo lỗi ở trên. Lỗi mạng thì nối mạng rồi bấm đúp chay.bat lần nữa.
pause
exit /b 1
