@echo off
chcp 65001 >nul
rem Cài Lá Chắn từ USB này vào máy, không cần mạng.
setlocal
set "STICK=%~dp0"
set "HOME_DIR=%LOCALAPPDATA%\LaChan"
set "PYTHONUTF8=1"
set "PIP_CONFIG_FILE=nul"

call :find
if not defined PY call :install
if not defined PY goto nopython

echo Đang cài vào "%HOME_DIR%", mất vài phút...
%PY% -m venv "%HOME_DIR%\.venv" || goto failed
"%HOME_DIR%\.venv\Scripts\python.exe" -m pip --isolated install --quiet --disable-pip-version-check --no-index --find-links "%STICK%goi" --no-deps --require-hashes -r "%STICK%goi\danh-sach.txt" || goto failed
"%HOME_DIR%\.venv\Scripts\lachan.exe" --version || goto failed
echo Đã cài xong. Bấm đúp mo-la-chan.bat để mở.
pause
exit /b 0

:find
set "PY="
py -@PYTHON@ -c "" >nul 2>nul && set "PY=py -@PYTHON@" && exit /b 0
python -c "import sys; sys.exit('%%d.%%d' %% sys.version_info[:2] != '@PYTHON@')" >nul 2>nul && set "PY=python"
exit /b 0

:install
for %%F in ("%STICK%python-@PYTHON@.*-amd64.exe") do (
    echo Đang cài Python từ "%%~nxF"...
    "%%F" /passive InstallAllUsers=0 PrependPath=1 Include_launcher=1 InstallLauncherAllUsers=0
    call :find
)
if defined PY exit /b 0
set "OWN=%LOCALAPPDATA%\Programs\Python"
for /d %%D in ("%OWN%\Python3*") do "%%D\python.exe" -c "import sys; sys.exit('%%d.%%d' %% sys.version_info[:2] != '@PYTHON@')" >nul 2>nul && set PY="%%D\python.exe"
exit /b 0

:nopython
echo Máy chưa có Python @PYTHON@. Mở huong-dan.html, mục "Nếu máy chưa có Python":
echo chép tệp python-@PYTHON@.x-amd64.exe vào USB, cạnh tệp này, rồi chạy lại.
pause
exit /b 1

:failed
echo Chưa cài được; xem dòng báo lỗi ở trên.
pause
exit /b 1
